import { orders } from './orders.ts'
import { states } from './states.ts'

const schemes = ['light', 'dark']

/** The list of everything the gallery shows. */
export function Contents() {
  return (
    <main class="screen">
      <h1>Every screen of the checkout</h1>
      <p class="lead">
        Add <code>&order=</code> with one of {Object.keys(orders).join(', ')}, or <code>&locale=</code>.
      </p>
      <ul aria-label="Screens">
        {Object.keys(states).map((screen) => (
          <li key={screen}>
            {screen}
            {schemes.map((scheme) => (
              <>
                {' '}
                <a href={`?screen=${screen}&scheme=${scheme}`}>{scheme}</a>
              </>
            ))}
          </li>
        ))}
      </ul>
      <h2>Orders, on the terms and the review</h2>
      <ul aria-label="Orders">
        {Object.keys(orders).map((order) => (
          <li key={order}>
            {order} <a href={`?screen=terms&order=${order}`}>terms</a>{' '}
            <a href={`?screen=review&order=${order}`}>review</a>
          </li>
        ))}
      </ul>
    </main>
  )
}
