import type { Agreement } from '@backd/contract/session.ts'
import { useLaterI18n } from '../../i18n/later.ts'
import { Notice } from '../../ui/notice.tsx'

/**
 * The whole agreement, open to the eye: nothing to unfold, nothing to scroll inside a box. It is in English whatever the
 * reader's language is, and says so.
 */
export function AgreementText({ agreement }: { agreement: Agreement }) {
  const { later } = useLaterI18n()
  return (
    <section class="agreement">
      <h2>
        {later.review.agreement} <small>{later.review.version(agreement.version)}</small>
      </h2>
      {later.review.agreementLanguage && <Notice>{later.review.agreementLanguage}</Notice>}
      <div lang="en" dir="ltr">
        {agreement.text.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </section>
  )
}
