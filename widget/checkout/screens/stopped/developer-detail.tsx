import type { Detail } from '../../flow/state.ts'
import { useLaterI18n } from '../../i18n/later.ts'

/** The API's own words, for whoever sets the shop up; folded, since a customer can't act on them. */
export function DeveloperDetail({ detail }: { detail: Detail }) {
  const { later } = useLaterI18n()
  return (
    <details class="developer-detail">
      <summary>{later.forDevelopers}</summary>
      <p>
        <code>{detail.code}</code> {detail.message}
      </p>
      {detail.fields.length > 0 && (
        <ul>
          {detail.fields.map(({ path, message }) => (
            <li key={path}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
