import { escapeHtml } from '../../domain/html.ts'
import type { WriteDeclinedMail } from '../../use-cases/ports/notices.ts'
import { facts, large, lead, note, quote, renderMail } from './mail-layout.ts'
import { callersLine, formatDollars, linesOf, oneLine, personsName } from './mail-text.ts'

const NEXT = 'Nothing was agreed to and nothing is owed. In the checkout you can ask somebody else, or leave.'

/** Writes the mail that tells a buyer that the colleague declined. */
export const writeDeclinedMail: WriteDeclinedMail = (notice) => {
  const merchant = oneLine(notice.merchantName)
  const order = callersLine(notice.merchantOrderId)
  const total = formatDollars(notice.orderTotalCents)
  const colleague = personsName(notice.declinedBy)
  const reason = notice.reason === undefined ? [] : linesOf(notice.reason)
  const words = reason.length === 0 ? '' : `${reason.map((line) => `> ${line}`).join('\n')}\n\n`
  return {
    to: notice.to,
    subject: `Your colleague declined your ${total} order at ${merchant}`,
    text: `${colleague} declined to approve your order at ${merchant}.

${words}Total: ${total}
Order: ${order}

${NEXT}

BackdPay
`,
    html: renderMail({
      title: 'Your colleague declined',
      preview: 'Nothing is owed.',
      heading: `Your colleague declined your order at ${escapeHtml(merchant)}`,
      body: `${lead(`${escapeHtml(colleague)} declined to approve it${reason.length === 0 ? '.' : ':'}`)}
${reason.length === 0 ? '' : `${quote(reason)}\n`}${facts([
  ['Total', large(total)],
  ['Order', escapeHtml(order)],
])}
${note(NEXT)}`,
      footer: `You get this mail because you asked ${escapeHtml(colleague)} to approve your order.`,
    }),
  }
}
