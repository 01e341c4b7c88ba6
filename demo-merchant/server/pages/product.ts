import { MAX_QTY } from '../cart.ts'
import type { Product } from '../catalogue.ts'
import { html } from '../html.ts'
import { illustration } from '../illustrations.ts'
import { formatCents } from '../money.ts'
import { SHIPPING_CENTS } from '../pricing.ts'
import { type BackdFacts, elementsScript, renderTerms } from './backd-elements.ts'
import { renderDiscount } from './discount.ts'
import type { Page } from './layout.ts'

/** One product, with the quantity to buy. */
export function productPage(product: Product, backd: BackdFacts): Page {
  return {
    title: product.name,
    head: elementsScript(backd),
    body: html`<nav class="crumbs" aria-label="Breadcrumb"><a href="/">Products</a> <span aria-hidden="true">/</span> ${product.name}</nav>
<article class="product">
<div class="product-picture">${illustration(product.illustration)}</div>
<div class="product-words">
<h1>${product.name}</h1>
<p class="muted">${product.summary}</p>
<p class="product-price"><span class="price">${formatCents(product.unitPriceCents)}</span> ${renderDiscount(product)}</p>
${renderTerms(backd, product.unitPriceCents)}
<p>${product.description}</p>
<ul class="facts">${product.facts.map((fact) => html`<li>${fact}</li>`)}<li class="muted">SKU ${product.sku}</li></ul>
<form class="buy" method="post" action="/cart/add">
<input type="hidden" name="sku" value="${product.sku}">
<label>Quantity <input type="number" name="qty" value="1" min="1" max="${MAX_QTY}" required inputmode="numeric"></label>
<button class="button button-large">Add to cart</button>
</form>
<p class="muted small">Shipping is ${formatCents(SHIPPING_CENTS[product.shipsAs])} an order${product.shipsAs === 'freight' ? ', insured freight' : ''}. Pay on terms with BackdPay at checkout.</p>
</div>
</article>`,
  }
}
