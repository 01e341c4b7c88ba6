import { escapeHtml } from '../../domain/html.ts'
import type { ApprovalNotice, WriteApprovalMail } from '../../use-cases/ports/notices.ts'
import { action, facts, large, lead, quote, renderMail } from './mail-layout.ts'
import { callersLine, formatDollars, formatInstant, linesOf, oneLine, personsName } from './mail-text.ts'

/** Writes the mail that asks a colleague to choose the terms of a buyer's order. */
export const writeApprovalMail: WriteApprovalMail = (notice) => {
  const told = factsOf(notice)
  return {
    to: notice.to,
    subject: `${told.buyer} asks you to approve ${told.total} at ${told.merchant}`,
    text: renderText(told),
    html: renderHtml(told),
  }
}

interface Told {
  buyer: string
  note: string[]
  merchant: string
  order: string
  total: string
  openUntil: string
  url: string
}

function factsOf(notice: ApprovalNotice): Told {
  return {
    buyer:
      notice.requestedBy === undefined
        ? `A customer of ${oneLine(notice.merchantName)}`
        : personsName(notice.requestedBy),
    note: notice.note === undefined ? [] : linesOf(notice.note),
    merchant: oneLine(notice.merchantName),
    order: callersLine(notice.merchantOrderId),
    total: formatDollars(notice.orderTotalCents),
    openUntil: formatInstant(notice.expiresAt),
    url: notice.approvalUrl,
  }
}

function renderText({ buyer, note, merchant, order, total, openUntil, url }: Told): string {
  const words =
    note.length === 0 ? '' : `${buyer} writes:\n\n${note.map((line) => `> ${line}`).join('\n')}\n\n`
  return `${buyer} asks you to choose the payment terms for an order at ${merchant}.

${words}Look at the order, then choose terms or decline:

${url}

Total:           ${total}
Order:           ${order}
Asked by:        ${buyer}
Link open until: ${openUntil}

Nothing is owed before you confirm. You will be asked for a code that we mail to this address. The link is for you, so please
don't pass it on. If you don't know ${buyer}, you can ignore this mail.

BackdPay
`
}

function renderHtml({ note, url, ...texts }: Told): string {
  const buyer = escapeHtml(texts.buyer)
  const merchant = escapeHtml(texts.merchant)
  const total = escapeHtml(texts.total)
  const words = note.length === 0 ? '' : `${lead(`${buyer} writes:`)}\n${quote(note)}\n`
  return renderMail({
    title: 'An order to approve',
    preview: `${total} from ${merchant}. Nothing is owed before you confirm.`,
    heading: `${buyer} asks you to approve an order`,
    body: `${lead(`It is an order at ${merchant}. Look at it, then choose payment terms or decline. Nothing is owed before you confirm.`)}
${words}${facts([
  ['Total', large(texts.total)],
  ['Order', escapeHtml(texts.order)],
  ['Asked by', buyer],
  ['Link open until', escapeHtml(texts.openUntil)],
])}
${action('Look at the order', url)}`,
    footer: `You will be asked for a code that we mail to this address. The link is for you, so please don't pass it on. If you don't know ${buyer}, you can ignore this mail.`,
  })
}
