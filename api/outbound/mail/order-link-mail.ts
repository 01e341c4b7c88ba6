import type { WriteOrderLinkMail } from '../../use-cases/ports/notices.ts'
import { action, facts, lead, renderMail } from './mail-layout.ts'
import { aligned, oneLine, wrapped } from './mail-text.ts'
import { speechOf } from './speech.ts'

/** Writes the mail that brings a customer the link to choose payment terms (S0, notify_customer). Pure. */
export const writeOrderLinkMail: WriteOrderLinkMail = (notice) => {
  const { language, words, dollars, instant, line } = speechOf(notice.language)
  const own = words.orderLink
  const url = notice.customerUrl
  const merchant = oneLine(notice.merchantName)
  const amount = [words.facts.total, dollars(notice.orderTotalCents)] as const
  const [, total] = amount
  const rows = [
    [words.facts.order, line(notice.merchantOrderId)],
    [words.facts.openUntil, instant(notice.expiresAt)],
  ] as const
  return {
    to: notice.to,
    subject: own.subject(total, merchant),
    text: `${own.heading(merchant)}.
${wrapped(own.lead)}

${url}

${aligned([amount, ...rows])}

${wrapped(own.footer(merchant))}

BackdPay
`,
    html: renderMail({
      language,
      title: own.title,
      preview: own.preview(total, merchant),
      heading: own.heading(merchant),
      body: `${lead(own.lead)}
${facts(rows, amount)}
${action(own.action, url, words.noButton)}`,
      footer: own.footer(merchant),
    }),
  }
}
