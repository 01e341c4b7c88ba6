import type { Mail } from '../../use-cases/ports/mailer.ts'
import type { OrderLinkNotice, WriteOrderLinkMail } from '../../use-cases/ports/notices.ts'
import { callersLine, formatDollars, formatInstant, oneLine } from './mail-text.ts'
import { type OrderLinkFacts, renderOrderLinkHtml } from './order-link-html.ts'

/** Writes the mail that brings a customer the link to choose payment terms (S0, notify_customer). Pure. */
export const writeOrderLinkMail: WriteOrderLinkMail = (notice: OrderLinkNotice): Mail => {
  const facts = {
    merchant: oneLine(notice.merchantName),
    order: callersLine(notice.merchantOrderId),
    total: formatDollars(notice.orderTotalCents),
    openUntil: formatInstant(notice.expiresAt),
    url: notice.customerUrl,
  }
  return {
    to: notice.to,
    subject: `Your ${facts.total} order from ${facts.merchant}: choose your payment terms`,
    text: renderText(facts),
    html: renderOrderLinkHtml(facts),
  }
}

function renderText({ merchant, order, total, openUntil, url }: OrderLinkFacts): string {
  return `Your order from ${merchant} is ready.
Look at it and choose when to pay:

${url}

Order:           ${order}
Total:           ${total}
Link open until: ${openUntil}

You owe nothing before you confirm the terms. The link is for you: whoever has it can see the order and choose its
terms, so please don't pass it on. If you expect no order from ${merchant}, you can ignore this mail.

BackdPay
`
}
