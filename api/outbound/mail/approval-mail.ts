import type { WriteApprovalMail } from '../../use-cases/ports/notices.ts'
import { action, facts, lead, quote, renderMail } from './mail-layout.ts'
import { aligned, oneLine, wrapped } from './mail-text.ts'
import { speechOf } from './speech.ts'

/** Writes the mail that asks a colleague to choose the terms of a buyer's order. */
export const writeApprovalMail: WriteApprovalMail = (notice) => {
  const { language, words, ...say } = speechOf(notice.language)
  const own = words.approval
  const url = notice.approvalUrl
  const merchant = oneLine(notice.merchantName)
  // Of a name of invisible characters nothing is left: it is none.
  const name = say.name(notice.requestedBy ?? '') || undefined
  const buyer = name ?? words.customerOf(merchant)
  const note = notice.note === undefined ? [] : say.lines(notice.note)
  const amount = [words.facts.total, say.dollars(notice.orderTotalCents)] as const
  const [, total] = amount
  const rows = [
    [words.facts.order, say.line(notice.merchantOrderId)],
    [words.facts.askedBy, buyer],
    [words.facts.openUntil, say.instant(notice.expiresAt)],
  ] as const
  const footer = name === undefined ? own.footerUnnamed : own.footer(name)
  const hasNote = note.length > 0
  return {
    to: notice.to,
    subject: own.subject(buyer, total, merchant),
    text: `${wrapped(`${own.heading(buyer)}. ${own.lead(merchant)}`)}

${hasNote ? `${own.writes(buyer)}\n\n${note.map((line) => `> ${line}`).join('\n')}\n\n` : ''}${url}

${aligned([amount, ...rows])}

${wrapped(footer)}

BackdPay
`,
    html: renderMail({
      language,
      title: own.title,
      preview: own.preview(total, merchant),
      heading: own.heading(buyer),
      body: `${lead(own.lead(merchant))}
${hasNote ? `${lead(own.writes(buyer))}\n${quote(note)}\n` : ''}${facts(rows, amount)}
${action(own.action, url, words.noButton)}`,
      footer,
    }),
  }
}
