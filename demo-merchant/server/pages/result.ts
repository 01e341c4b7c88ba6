import { type Html, html } from '../html.ts'
import type { ShopOrder } from '../order.ts'
import type { Placement } from '../place-order.ts'
import type { Page } from './layout.ts'

/** Where Backd sends a redirect customer who has finished; the shop has tried to place the order. */
export function successPage(
  placement: Exclude<Placement, { kind: 'unknown_order' }>,
  backdOrderId: string,
): Page {
  const { order } = placement
  const ids = html`<dl class="ids">
<div><dt>Our order</dt><dd>${order.merchantOrderId}</dd></div>
<div><dt>BackdPay's order</dt><dd>${backdOrderId}</dd></div>
</dl>`
  const toOrder = html`<p><a class="button" href="/purchases/${order.merchantOrderId}">View the order</a></p>`
  const words = successWords(placement)
  return {
    title: words.title,
    body: html`<div class="notice-page"><span class="badge badge-${placement.kind}" aria-hidden="true"></span>
<h1>${words.title}</h1>
${words.text}
${ids}
${toOrder}</div>`,
  }
}

function successWords(placement: Exclude<Placement, { kind: 'unknown_order' }>): {
  title: string
  text: Html
} {
  switch (placement.kind) {
    case 'placed':
      return {
        title: `Thank you, ${placement.order.billing.name.first}`,
        text: html`<p>Your payment terms are set and the order is placed. We start packing today.</p>`,
      }
    case 'needs_attention':
      return {
        title: 'We need to check your order',
        text: html`<p>BackdPay did not let us place it:</p>
<blockquote>${placement.message}</blockquote>
<p>Nothing has been sent. Our team will look at it and write to ${placement.order.billing.email}.</p>`,
      }
    case 'not_yet':
      return {
        title: 'Your order is not placed yet',
        text: html`<blockquote>${placement.message}</blockquote>
<p>Reload this page to try again, or do so later from the order's page.</p>`,
      }
  }
}

/** Where Backd sends a redirect customer who left before finishing, or who could not go on. */
export function closePage(close: { message: string; code: string }, order: ShopOrder | undefined): Page {
  const words = closeWords(close)
  return {
    title: 'Checkout closed',
    body: html`<div class="notice-page">
<h1>${words.title}</h1>
${words.text}
<p>${order?.route === 'link' ? 'The payment link still works.' : 'Your cart is as you left it.'}</p>
<p class="actions"><a class="button" href="/checkout">Back to checkout</a> <a class="button button-quiet" href="/cart">See the cart</a></p>
${words.code && html`<p class="muted small">Code: ${words.code}</p>`}
</div>`,
  }
}

/** Both parameters come from the address, which anybody can write: a text is shown as Backd's, not as ours. */
function closeWords({ message, code }: { message: string; code: string }): {
  title: string
  text: Html
  code?: string
} {
  const quoted = message
    ? html`<p>From BackdPay:</p><blockquote>${message}</blockquote>`
    : html`<p>Nothing was ordered.</p>`
  switch (code) {
    case 'FRAME_UNREACHABLE':
    case 'NETWORK_ERROR':
    case 'SERVICE_ERROR':
      return { title: 'BackdPay could not be opened', text: html`<p>Please try again.</p>`, code }
    case 'TOTAL_EXCEEDS_LIMIT':
      return { title: 'BackdPay can’t be used for this order', text: quoted, code }
    // Their messages are for us: they say what is wrong with our integration.
    case 'INVALID_PUBLIC_KEY':
    case 'ORIGIN_NOT_ALLOWED':
    case 'INVALID_ORDER':
    case 'AMOUNTS_DO_NOT_ADD_UP':
    case 'DUPLICATE_MERCHANT_ORDER_ID':
      return {
        title: 'BackdPay can’t be used for this order',
        text: html`<p>Nothing was ordered.</p>`,
        code,
      }
    default:
      return { title: 'You left before finishing', text: quoted }
  }
}
