import { Icon } from './icon.tsx'

/** What is wrong with a field; the field names it by `id` in aria-describedby. */
export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p class="field-error" id={id}>
      <Icon name="alert" />
      {children}
    </p>
  )
}
