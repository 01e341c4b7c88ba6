import { type ContactField, type ContactKind, contactFields, type FormValues } from '../checkout-fields.ts'
import type { FormFault } from '../checkout-form.ts'
import { type Html, html } from '../html.ts'

interface ContactView {
  kind: ContactKind
  legend: string
  values: FormValues
  faults: readonly FormFault[]
  /** Neither shown, sent nor validated; checkout.js turns it on. */
  off?: boolean
}

/** The fields of one contact, each with its label, its autofill token and what is wrong with it. */
export function renderContact({ kind, legend, values, faults, off }: ContactView): Html {
  return html`<fieldset class="panel contact" id="${kind}-fields"${off && html` disabled hidden`}>
<legend>${legend}</legend>
<div class="fields">${contactFields.map((field) => {
    const name = `${kind}.${field.path}`
    const fault = faults.find((candidate) => candidate.name === name)?.message
    return renderField({ kind, field, name, value: values[name] ?? '', fault })
  })}</div>
</fieldset>`
}

interface FieldView {
  kind: ContactKind
  field: ContactField
  name: string
  value: string
  fault: string | undefined
}

function renderField({ kind, field, name, value, fault }: FieldView): Html {
  const faultId = `${name}-fault`
  return html`<div class="field${field.width && html` field-${field.width}`}">
<label for="${name}">${field.label}${field.optional && html` <span class="muted">(optional)</span>`}</label>
<input id="${name}" name="${name}" value="${value}" type="${field.type ?? 'text'}" autocomplete="${kind} ${field.autocomplete}" maxlength="200"${!field.optional && html` required`}${fault && html` aria-invalid="true" aria-describedby="${faultId}"`}>
${fault && html`<p class="fault" id="${faultId}">${fault}</p>`}
</div>`
}
