import { escapeHtml } from '../../domain/html.ts'
import { action, facts, large, lead, renderMail } from './mail-layout.ts'

/** What the mail says, each a single line of plain text. */
export interface OrderLinkFacts {
  merchant: string
  order: string
  total: string
  openUntil: string
  url: string
}

export function renderOrderLinkHtml({ openUntil, order, ...texts }: OrderLinkFacts): string {
  const merchant = escapeHtml(texts.merchant)
  const total = escapeHtml(texts.total)
  return renderMail({
    title: 'Choose your payment terms',
    preview: `${total} from ${merchant}. You owe nothing before you confirm.`,
    heading: `Your order from ${merchant} is ready`,
    body: `${lead('Look at it and choose when to pay. You owe nothing before you confirm.')}
${facts([
  ['Total', large(texts.total)],
  ['Order', escapeHtml(order)],
  ['Link open until', escapeHtml(openUntil)],
])}
${action('Choose payment terms', texts.url)}`,
    footer: `The link is for you: whoever has it can see the order and choose its terms, so please don't pass it on. If you expect no order from ${merchant}, you can ignore this mail.`,
  })
}
