import type { ComponentChildren } from 'preact'

export interface Fact {
  name: string
  value: ComponentChildren
  /** `total`: the line the others lead to. */
  weight?: 'total'
}

/** Names and values in two columns. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ name, value, weight }) => (
        <div key={name} class={weight && 'facts-total'}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
