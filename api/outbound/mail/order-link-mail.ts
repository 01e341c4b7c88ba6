import type { Mail } from '../../use-cases/ports/mailer.ts'
import type { OrderLinkNotice, WriteOrderLinkMail } from '../../use-cases/ports/notices.ts'
import { type OrderLinkFacts, renderOrderLinkHtml } from './order-link-html.ts'

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
/** Backd's own time zone, named in the text, since a mail does not know its reader's. */
const instant = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Chicago',
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
})

/** Writes the mail that brings a customer the link to choose payment terms (S0, notify_customer). Pure. */
export const writeOrderLinkMail: WriteOrderLinkMail = (notice: OrderLinkNotice): Mail => {
  const facts = {
    merchant: oneLine(notice.merchantName),
    order: oneLine(notice.merchantOrderId),
    total: dollars.format(notice.orderTotalCents / 100),
    // Some versions of ICU put a narrow no-break space before PM; not every mail client has it.
    openUntil: instant.format(notice.expiresAt).replace(/\s/gu, ' '),
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

const MAX_LENGTH = 120

/** No line breaks (they would begin a header of their own), no bidi or other invisible characters, not too long. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim()
  const signs = [...line]
  return signs.length > MAX_LENGTH ? `${signs.slice(0, MAX_LENGTH - 1).join('')}…` : line
}
