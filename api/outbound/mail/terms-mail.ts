import { escapeHtml } from '../../domain/html.ts'
import type { TermsNotice, WriteTermsMail } from '../../use-cases/ports/notices.ts'
import { type Fact, facts, lead, note, renderMail } from './mail-layout.ts'
import { aligned, oneLine, wrapped } from './mail-text.ts'
import { type Speech, speechOf } from './speech.ts'

/** Writes the mail that confirms what a customer agreed to: the plan, each payment, the total and the agreement. */
export const writeTermsMail: WriteTermsMail = (notice) => {
  const speech = speechOf(notice.language)
  const { language, words } = speech
  const own = words.terms
  const merchant = oneLine(notice.merchantName)
  const { agreed, subject, keep } = sentencesOf(notice, merchant, speech)
  const amount = [words.facts.total, speech.dollars(notice.offer.total_cents)] as const
  const [, total] = amount
  const terms = termsOf(notice, speech)
  const payments = notice.offer.payments.map(
    ({ due_on, amount_cents }) => [speech.day(due_on), speech.dollars(amount_cents)] as const,
  )
  return {
    to: notice.to,
    subject: subject(speech.line(notice.merchantOrderId), merchant, total),
    text: `${wrapped(agreed)}

${aligned([amount, ...terms])}

${own.payments}:

${aligned(payments)}

${wrapped(own.owed)}

${wrapped(keep)}

BackdPay
`,
    html: renderMail({
      language,
      title: own.title,
      preview: own.preview(total),
      heading: own.heading(merchant),
      body: `${lead(agreed)}
${facts(terms, amount)}
<h2 class="ink" style="margin:0 0 12px;font-size:16px;line-height:1.3;font-weight:650;color:#14211d;">${escapeHtml(own.payments)}</h2>
${facts(payments)}
${note(own.owed)}`,
      footer: keep,
    }),
  }
}

/** Who agreed is the reader, or the colleague whom they asked. */
function sentencesOf({ approvedBy }: TermsNotice, merchant: string, { words: { terms }, name }: Speech) {
  if (approvedBy === undefined) {
    return { agreed: terms.agreed(merchant), subject: terms.subject, keep: terms.keep(merchant) }
  }
  return {
    agreed: terms.approved(name(approvedBy), merchant),
    subject: terms.subjectApproved,
    keep: terms.keepApproved(merchant),
  }
}

function termsOf({ offer, ...notice }: TermsNotice, { words, dollars, line }: Speech): Fact[] {
  const labels = words.facts
  return [
    [labels.fee, dollars(offer.fee_cents)],
    [labels.plan, oneLine(offer.name)],
    [labels.order, line(notice.merchantOrderId)],
    [labels.reference, notice.backdOrderId],
    [labels.agreement, words.terms.version(notice.agreementVersion)],
  ]
}
