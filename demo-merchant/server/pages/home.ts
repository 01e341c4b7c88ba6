import { catalogue, type Product } from '../catalogue.ts'
import { type Html, html } from '../html.ts'
import { illustration } from '../illustrations.ts'
import { formatCents } from '../money.ts'
import { renderDiscount } from './discount.ts'
import type { Page } from './layout.ts'

/** The product list. */
export function homePage(): Page {
  return {
    title: 'Supplies for working offices',
    body: html`<section class="hero">
<div class="hero-words">
<h1>Equip the whole team today. Pay on&nbsp;terms.</h1>
<p>Laptops, desks and everything around them, sent from our own warehouse. At checkout you choose when your company pays, with BackdPay.</p>
</div>
${renderBundle()}
</section>
<section aria-labelledby="products">
<h2 id="products">Products</h2>
<ul class="grid">${catalogue.map(renderCard)}</ul>
</section>`,
  }
}

/** The order of Backd's own documentation, one click away. */
function renderBundle(): Html | undefined {
  const [laptop] = catalogue
  const discount = laptop?.volumeDiscount
  if (!laptop || !discount) return undefined
  return html`<form class="bundle" method="post" action="/cart/add">
<input type="hidden" name="sku" value="${laptop.sku}">
<input type="hidden" name="qty" value="${discount.fromQty}">
<div class="bundle-picture">${Array.from({ length: discount.fromQty }, () => illustration(laptop.illustration))}</div>
<div class="bundle-words">
<p><b>${discount.fromQty} × ${laptop.name}</b><br>
<span class="muted">${formatCents(discount.offCents)} off for a team of ${discount.fromQty}</span></p>
<button class="button">Add ${discount.fromQty} to cart</button>
</div>
</form>`
}

function renderCard(product: Product): Html {
  return html`<li class="card">
<a class="card-picture" href="/products/${product.sku}" tabindex="-1" aria-hidden="true">${illustration(product.illustration)}</a>
<div class="card-words">
<h3><a href="/products/${product.sku}">${product.name}</a></h3>
<p class="muted">${product.summary}</p>
${renderDiscount(product)}
</div>
<form class="card-buy" method="post" action="/cart/add">
<input type="hidden" name="sku" value="${product.sku}">
<span class="price">${formatCents(product.unitPriceCents)}</span>
<button class="button button-quiet" aria-label="Add to cart: ${product.name}">Add to cart</button>
</form>
</li>`
}
