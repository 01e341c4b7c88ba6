import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { FieldError } from './field-error.tsx'

interface FieldProps {
  id: string
  label: string
  error: string | null | undefined
  /** What the error comes of; a new object for each try. */
  problem: object
  class: string
  /** Draws the input itself, with what ties it to its label and its error. */
  draw: (attributes: {
    id: string
    'aria-invalid': 'true' | undefined
    'aria-describedby': string | undefined
  }) => VNode
  /** The id of what else describes it, which stands between the input and the error. */
  hintId?: string
  children?: ComponentChildren
}

/** A labelled input. Its error goes as soon as the customer heeds it, and comes back with the next try that has one. */
export function Field({ id, label, error, problem, class: name, draw, hintId = '', children }: FieldProps) {
  const [heeded, heed] = useState<object>()
  const errorId = `${id}-error`
  const isWrong = !!error && heeded !== problem
  return (
    <div class={name} onInput={() => heed(problem)}>
      <label for={id}>{label}</label>
      {draw({
        id,
        'aria-invalid': isWrong ? 'true' : undefined,
        'aria-describedby': `${isWrong ? errorId : ''} ${hintId}`.trim() || undefined,
      })}
      {children}
      {isWrong && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  )
}
