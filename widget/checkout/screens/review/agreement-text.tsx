import type { Agreement } from '@backd/contract/session.ts'
import { useI18n } from '../../i18n/i18n.ts'

/** The whole agreement, open to the eye: nothing to unfold, nothing to scroll inside a box. */
export function AgreementText({ agreement }: { agreement: Agreement }) {
  const { text } = useI18n()
  return (
    <section class="agreement">
      <h2>
        {text.review.agreement} <small>{text.review.version(agreement.version)}</small>
      </h2>
      {agreement.text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  )
}
