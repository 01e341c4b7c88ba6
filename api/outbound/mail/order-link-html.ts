import { escapeHtml } from '../../domain/html.ts'
import { facts, large, lead, note, renderMail } from './mail-layout.ts'

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
  const url = escapeHtml(texts.url)
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
<table role="presentation" cellpadding="0" cellspacing="0"><tr>
<td class="button" style="background-color:#0d5c4b;border-radius:6px;"><a href="${url}" target="_blank" style="display:inline-block;padding:14px 26px;font-size:16px;font-weight:600;line-height:1.25;color:#ffffff;text-decoration:none;">Choose payment terms</a></td>
</tr></table>
${note(`If the button does not work, open this address:<br><a href="${url}" target="_blank" class="accent" style="color:#0d5c4b;overflow-wrap:anywhere;word-break:break-all;">${url}</a>`)}`,
    footer: `The link is for you: whoever has it can see the order and choose its terms, so please don't pass it on. If you expect no order from ${merchant}, you can ignore this mail.`,
  })
}
