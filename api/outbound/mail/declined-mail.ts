import type { WriteDeclinedMail } from '../../use-cases/ports/notices.ts'
import { facts, lead, note, quote, renderMail } from './mail-layout.ts'
import { aligned, oneLine, wrapped } from './mail-text.ts'
import { speechOf } from './speech.ts'

/** Writes the mail that tells a buyer that the colleague declined. */
export const writeDeclinedMail: WriteDeclinedMail = (notice) => {
  const { language, words, ...say } = speechOf(notice.language)
  const own = words.declined
  const merchant = oneLine(notice.merchantName)
  const amount = [words.facts.total, say.dollars(notice.orderTotalCents)] as const
  const [, total] = amount
  const rows = [[words.facts.order, say.line(notice.merchantOrderId)]] as const
  const colleague = say.name(notice.declinedBy)
  const reason = notice.reason === undefined ? [] : say.lines(notice.reason)
  const hasReason = reason.length > 0
  const told = hasReason ? own.leadWithReason(colleague) : own.lead(colleague)
  return {
    to: notice.to,
    subject: own.subject(total, merchant),
    text: `${wrapped(`${own.heading(merchant)}. ${told}`)}

${hasReason ? `${reason.map((line) => `> ${line}`).join('\n')}\n\n` : ''}${aligned([amount, ...rows])}

${wrapped(own.next)}

BackdPay
`,
    html: renderMail({
      language,
      title: own.title,
      preview: own.preview,
      heading: own.heading(merchant),
      body: `${lead(told)}
${hasReason ? `${quote(reason)}\n` : ''}${facts(rows, amount)}
${note(own.next)}`,
      footer: own.footer(colleague),
    }),
  }
}
