import { MAX_QTY } from '../cart.ts'
import { type Html, html } from '../html.ts'
import { illustration } from '../illustrations.ts'
import { formatCents } from '../money.ts'
import { type CartLine, priceCart, priceLine } from '../pricing.ts'
import { type BackdFacts, elementsScript, renderTerms } from './backd-elements.ts'
import type { Page } from './layout.ts'
import { renderTotals } from './totals.ts'

/**
 * The cart, its quantities to change, and what it comes to. Enter in a quantity presses the form's first button, which
 * without the hidden one would be a product's Remove.
 */
export function cartPage(lines: readonly CartLine[], backd: BackdFacts): Page {
  if (lines.length === 0) return emptyCartPage()
  return {
    title: 'Cart',
    head: elementsScript(backd),
    scripts: ['cart.js'],
    body: html`<h1>Cart</h1>
<div class="split">
<form class="panel cart" method="post" action="/cart" id="cart-form">
<button name="update" hidden></button>
<ul class="lines">${lines.map(renderLine)}</ul>
<p class="cart-update"><button class="button button-quiet" name="update">Update quantities</button></p>
</form>
<section class="panel summary" aria-labelledby="summary">
<h2 id="summary">Summary</h2>
${renderTotals(priceCart(lines))}
${renderTerms(backd, priceCart(lines).totalCents)}
<a class="button button-large button-wide" href="/checkout">Continue to checkout</a>
<form class="cart-backd" action="/checkout"><backd-pay-button type="submit"></backd-pay-button></form>
<p class="muted small">You choose your payment terms with BackdPay on the next page.</p>
</section>
</div>`,
  }
}

function emptyCartPage(): Page {
  return {
    title: 'Cart',
    body: html`<div class="notice-page"><h1>Your cart is empty</h1>
<p>Nothing in it yet. Three MacBook Pro make a good start.</p>
<p><a class="button" href="/">See the products</a></p></div>`,
  }
}

function renderLine(line: CartLine): Html {
  const { product, qty } = line
  return html`<li class="line">
${illustration(product.illustration)}
<div class="line-words">
<a href="/products/${product.sku}">${product.name}</a>
<span class="muted small">${formatCents(product.unitPriceCents)} each</span>
</div>
<div class="line-qty">
<label><span class="visually-hidden">Quantity of ${product.name}</span>
<input type="number" name="qty.${product.sku}" value="${qty}" min="0" max="${MAX_QTY}" required inputmode="numeric"></label>
<button class="link-button" name="remove" value="${product.sku}" formnovalidate aria-label="Remove ${product.name}">Remove</button>
</div>
<span class="line-price">${formatCents(priceLine(line))}</span>
</li>`
}
