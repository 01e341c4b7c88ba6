import { Link } from 'wouter'
import { formatCents } from '../../server/money.ts'
import type { ProductView } from '../../server/storefront-view.ts'
import { AddToCart } from '../parts/add-to-cart.tsx'
import { Heading } from '../parts/page.tsx'
import { Discount, Drawing } from '../parts/product-parts.tsx'
import { useShop } from '../shop/shop-context.tsx'

/** The product list. */
export function HomePage() {
  const { products } = useShop().storefront
  return (
    <>
      <section className="hero">
        <div className="hero-words">
          <Heading title="Supplies for working offices">Equip the whole team today. Pay on terms.</Heading>
          <p>
            Laptops, desks and everything around them, sent from our own warehouse. At checkout you choose
            when your company pays, with BackdPay.
          </p>
        </div>
        {products[0] && <Bundle product={products[0]} />}
      </section>
      <section aria-labelledby="products">
        <h2 id="products">Products</h2>
        <ul className="grid">
          {products.map((product) => (
            <Card key={product.sku} product={product} />
          ))}
        </ul>
      </section>
    </>
  )
}

/** The order of Backd's own documentation, one click away. */
function Bundle({ product }: { product: ProductView }) {
  const discount = product.volume_discount
  if (!discount) return null
  const { from_qty, off_cents } = discount
  return (
    <div className="bundle">
      <div className="bundle-picture">
        {Array.from({ length: from_qty }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same picture each time
          <Drawing key={index} src={product.image_url} />
        ))}
      </div>
      <div className="bundle-words">
        <p>
          <b>
            {from_qty} × {product.name}
          </b>
          <br />
          <span className="muted">
            {formatCents(off_cents)} off for a team of {from_qty}
          </span>
        </p>
        <AddToCart sku={product.sku} qty={from_qty}>
          Add {from_qty} to cart
        </AddToCart>
      </div>
    </div>
  )
}

function Card({ product }: { product: ProductView }) {
  const href = `/products/${product.sku}`
  return (
    <li className="card">
      <Link className="card-picture" href={href} tabIndex={-1} aria-hidden="true">
        <Drawing src={product.image_url} />
      </Link>
      <div className="card-words">
        <h3>
          <Link href={href}>{product.name}</Link>
        </h3>
        <p className="muted">{product.summary}</p>
        <Discount product={product} />
      </div>
      <div className="card-buy">
        <span className="price">{formatCents(product.unit_price_cents)}</span>
        <AddToCart sku={product.sku} qty={1} quiet label={`Add to cart: ${product.name}`}>
          Add to cart
        </AddToCart>
      </div>
    </li>
  )
}
