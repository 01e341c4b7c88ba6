import { useState } from 'react'
import { Link } from 'wouter'
import { formatCents } from '../../server/money.ts'
import { AddToCart } from '../parts/add-to-cart.tsx'
import { Heading, Notice, ToProducts } from '../parts/page.tsx'
import { Discount, Drawing } from '../parts/product-parts.tsx'
import { Terms } from '../parts/terms.tsx'
import { useShop } from '../shop/shop-context.tsx'

/** One product, with the quantity to buy. */
export function ProductPage({ sku }: { sku: string }) {
  const { products, max_qty } = useShop().storefront
  const [quantity, setQuantity] = useState('1')
  const product = products.find((candidate) => candidate.sku === sku)
  if (!product) {
    return (
      <Notice title="We do not sell that" action={<ToProducts />}>
        <p>There is no such product in our catalogue. It may have been taken out.</p>
      </Notice>
    )
  }
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <Link href="/">Products</Link> <span aria-hidden="true">/</span> {product.name}
      </nav>
      <article className="product">
        <div className="product-picture">
          <Drawing src={product.image_url} />
        </div>
        <div className="product-words">
          <Heading>{product.name}</Heading>
          <p className="muted">{product.summary}</p>
          <p className="product-price">
            <span className="price">{formatCents(product.unit_price_cents)}</span>{' '}
            <Discount product={product} />
          </p>
          <Terms cents={product.unit_price_cents} />
          <p>{product.description}</p>
          <ul className="facts">
            {product.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
            <li className="muted">SKU {product.sku}</li>
          </ul>
          <div className="buy">
            <label>
              Quantity{' '}
              <input
                type="number"
                min="1"
                max={max_qty}
                inputMode="numeric"
                value={quantity}
                onChange={(event) => setQuantity(event.target.value)}
              />
            </label>
            <AddToCart sku={product.sku} qty={Number(quantity)} large>
              Add to cart
            </AddToCart>
          </div>
          <p className="muted small">
            Shipping is {formatCents(product.shipping_cents)} an order
            {product.ships_as === 'freight' && ', insured freight'}. Pay on terms with BackdPay at checkout.
          </p>
        </div>
      </article>
    </>
  )
}
