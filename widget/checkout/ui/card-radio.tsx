import type { ComponentChildren } from 'preact'

interface CardRadioProps {
  /** The radios of one `group` exclude each other. */
  group: string
  value: string
  state: 'chosen' | 'open'
  onChoose: (value: string) => void
  /** First line: what it is called and its figure; together the accessible name. */
  name: string
  figure: ComponentChildren
  /** Beside the name: short facts that set it apart. */
  badges: string[]
  /** Second line; with the badges the accessible description. */
  details: ComponentChildren
}

/** One of a few choices as a card; all of it can be pressed. */
export function CardRadio({ group, value, state, onChoose, name, figure, badges, details }: CardRadioProps) {
  const id = `${group}-${value}`
  return (
    <label class="card-radio">
      <input
        type="radio"
        name={group}
        value={value}
        checked={state === 'chosen'}
        aria-labelledby={`${id}-name ${id}-figure`}
        aria-describedby={`${id}-badges ${id}-details`}
        onChange={() => onChoose(value)}
      />
      <span class="card-radio-name">
        <span class="card-radio-title" id={`${id}-name`} dir="auto">
          {name}
        </span>{' '}
        <span class="badges" id={`${id}-badges`}>
          {badges.map((badge) => (
            <span key={badge} class="badge">
              {badge}
            </span>
          ))}
        </span>{' '}
        <span class="card-radio-figure" id={`${id}-figure`}>
          {figure}
        </span>
      </span>
      <span class="card-radio-details" id={`${id}-details`}>
        {details}
      </span>
    </label>
  )
}
