import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface CardRadioProps {
  /** The radios of one `group` exclude each other. */
  group: string
  value: string
  state: 'chosen' | 'open'
  onChoose: (value: string) => void
  /** First line: what it is called and its figure; together the accessible name. */
  name: string
  figure: ComponentChildren
  /** Second line; the accessible description. */
  details: ComponentChildren
}

/** One of a few choices as a card; all of it can be pressed. */
export function CardRadio({ group, value, state, onChoose, name, figure, details }: CardRadioProps) {
  const id = useId()
  return (
    <label class="card-radio">
      <input
        type="radio"
        name={group}
        value={value}
        checked={state === 'chosen'}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-details`}
        onChange={() => onChoose(value)}
      />
      <span class="card-radio-name" id={`${id}-name`}>
        <span class="card-radio-title">{name}</span> <span class="card-radio-figure">{figure}</span>
      </span>
      <span class="card-radio-details" id={`${id}-details`}>
        {details}
      </span>
    </label>
  )
}
