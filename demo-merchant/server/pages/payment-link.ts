import { type Html, html } from '../html.ts'
import type { PaymentLink, ShopOrder } from '../order.ts'

/** The link that create_order gave, and whether Backd could mail it. */
export function renderPaymentLink(
  { paymentLink, status, billing }: ShopOrder,
  backdOrigin: string,
): Html | undefined {
  if (!paymentLink || status !== 'pending') return undefined
  const { url, mail } = paymentLink
  return html`<section class="panel" aria-labelledby="link">
<h2 id="link">Payment link</h2>
<p>Whoever opens it chooses the payment terms for this order.</p>
<div class="copy"><label class="visually-hidden" for="customer-url">Payment link</label>
<input id="customer-url" value="${url}" readonly><button type="button" class="button button-quiet" id="copy" hidden>Copy</button></div>
<p class="actions"><a class="button" href="${url}">Open the payment link</a></p>
<p class="small">${renderMail(mail, billing.email, backdOrigin)} <code>notified_customer: ${String(mail === 'sent')}</code></p>
</section>`
}

function renderMail(mail: PaymentLink['mail'], email: string, backdOrigin: string): Html {
  switch (mail) {
    case 'sent':
      return html`BackdPay mailed it to <b>${email}</b>; in the sandbox, look into the <a href="${backdOrigin}/sandbox/mailbox">sandbox mailbox</a>.`
    case 'failed':
      return html`BackdPay could not mail it to <b>${email}</b>: send the link yourself.`
    case 'not_asked':
      return html`It was not mailed: send the link yourself.`
  }
}
