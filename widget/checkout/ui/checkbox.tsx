import type { ComponentChildren, RefObject } from 'preact'

interface CheckboxProps {
  state: 'checked' | 'open'
  onChange: (state: 'checked' | 'open') => void
  /** The id of the error that is shown, if one is. */
  errorId: string | null
  input: RefObject<HTMLInputElement | null>
  children: ComponentChildren
}

export function Checkbox({ state, onChange, errorId, input, children }: CheckboxProps) {
  return (
    <label class="checkbox">
      <input
        ref={input}
        type="checkbox"
        checked={state === 'checked'}
        aria-required="true"
        aria-invalid={errorId ? 'true' : undefined}
        aria-describedby={errorId ?? undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? 'checked' : 'open')}
      />
      <span>{children}</span>
    </label>
  )
}
