import type { ContactField, ContactKind, FormValues } from '../../server/checkout-fields.ts'

/** What is wrong, by the field's name. */
export type Faults = Readonly<Record<string, string>>

/** The fields of one contact, each with its label, its autofill token and what is wrong with it. */
export function ContactFields(props: {
  kind: ContactKind
  legend: string
  fields: readonly ContactField[]
  values: FormValues
  faults: Faults
  onChange: (name: string, value: string) => void
}) {
  const { kind, legend, fields, values, faults, onChange } = props
  return (
    <fieldset className="panel contact">
      <legend>{legend}</legend>
      <div className="fields">
        {fields.map((field) => {
          const name = `${kind}.${field.path}`
          return (
            <Field
              key={name}
              name={name}
              field={field}
              autoComplete={`${kind} ${field.autocomplete}`}
              value={values[name] ?? ''}
              fault={faults[name]}
              onChange={(value) => onChange(name, value)}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

function Field(props: {
  name: string
  field: ContactField
  autoComplete: string
  value: string
  fault: string | undefined
  onChange: (value: string) => void
}) {
  const { name, field, autoComplete, value, fault, onChange } = props
  const faultId = `${name}-fault`
  return (
    <div className={field.width ? `field field-${field.width}` : 'field'}>
      <label htmlFor={name}>
        {field.label}
        {field.optional && <span className="muted"> (optional)</span>}
      </label>
      <input
        id={name}
        name={name}
        type={field.type ?? 'text'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete={autoComplete}
        maxLength={200}
        required={!field.optional}
        {...(fault && { 'aria-invalid': true, 'aria-describedby': faultId })}
      />
      {fault && (
        <p className="fault" id={faultId}>
          {fault}
        </p>
      )}
    </div>
  )
}
