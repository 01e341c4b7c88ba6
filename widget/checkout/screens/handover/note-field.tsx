import { useEffect, useState } from 'preact/hooks'
import type { Clock } from '../../ports/clock.ts'
import { Announcer } from '../../ui/announcer.tsx'
import { Field } from '../../ui/field.tsx'
import { NOTE_MAX } from './rules.ts'

interface NoteFieldProps {
  label: string
  value: string
  error: string | undefined
  problem: object
  clock: Clock
  /** How many characters are left, in words; a negative number is too many. */
  remaining: (characters: number) => string
  onInput: (value: string) => void
}

const NOTE_ID = 'note'
const LEFT_ID = 'note-left'

/** From so few characters on, those who do not see the counter hear it, in a pause of their typing. */
const TOLD_FROM = 50
const PAUSE_MS = 1000

/** A few words of one's own. What is too long can be pasted, read and shortened: nothing is cut off unseen. */
export function NoteField({ label, value, error, problem, clock, remaining, onInput }: NoteFieldProps) {
  const characters = NOTE_MAX - value.trim().length
  const [told, setTold] = useState('')
  useEffect(
    () => clock.after(PAUSE_MS, () => setTold(characters <= TOLD_FROM ? remaining(characters) : '')),
    [characters],
  )
  return (
    <Field
      id={NOTE_ID}
      class="field"
      label={label}
      error={error}
      problem={problem}
      hintId={LEFT_ID}
      draw={(attributes) => (
        <textarea
          {...attributes}
          rows={4}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    >
      <p class="footnote" id={LEFT_ID}>
        {remaining(characters)}
      </p>
      <Announcer message={told} />
    </Field>
  )
}
