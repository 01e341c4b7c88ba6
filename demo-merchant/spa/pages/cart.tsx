import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { formatCents } from '../../server/money.ts'
import type { CartLineView, CartView } from '../../server/storefront-view.ts'
import { EmptyCart } from '../parts/empty-cart.tsx'
import { Heading } from '../parts/page.tsx'
import { Drawing } from '../parts/product-parts.tsx'
import { Terms } from '../parts/terms.tsx'
import { TotalsList } from '../parts/totals.tsx'
import { sentenceOf, setInCart } from '../shop/api.ts'
import { useShop } from '../shop/shop-context.tsx'

/** The cart, its quantities to change, and what it comes to. */
export function CartPage() {
  const { cart, changeCart } = useShop()
  const [problem, setProblem] = useState('')
  if (cart.lines.length === 0) return <EmptyCart />

  async function change(call: () => Promise<CartView>): Promise<void> {
    try {
      await changeCart(call)
      setProblem('')
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }

  return (
    <>
      <Heading>Cart</Heading>
      <div className="split">
        <section className="panel cart" aria-label="In your cart">
          <p className="alert" role="alert">
            {problem}
          </p>
          <ul className="lines">
            {cart.lines.map((line) => (
              <Line
                key={line.sku}
                line={line}
                onQuantity={(qty) => void change(() => setInCart(line.sku, qty))}
              />
            ))}
          </ul>
        </section>
        <section className="panel summary" aria-labelledby="summary">
          <h2 id="summary">Summary</h2>
          <TotalsList totals={cart.totals} />
          <Terms cents={cart.totals.totalCents} />
          <Link className="button button-large button-wide" href="/checkout">
            Continue to checkout
          </Link>
          <p className="muted small">You choose your payment terms with BackdPay on the next page.</p>
        </section>
      </div>
    </>
  )
}

function Line({ line, onQuantity }: { line: CartLineView; onQuantity: (qty: number) => void }) {
  const { max_qty } = useShop().storefront
  return (
    <li className="line">
      <Drawing src={line.image_url} />
      <div className="line-words">
        <Link href={`/products/${line.sku}`}>{line.name}</Link>
        <span className="muted small">{formatCents(line.unit_price_cents)} each</span>
      </div>
      <div className="line-qty">
        <QuantityField
          label={`Quantity of ${line.name}`}
          qty={line.qty}
          max={max_qty}
          onQuantity={onQuantity}
        />
        <button
          type="button"
          className="link-button"
          aria-label={`Remove ${line.name}`}
          onClick={() => onQuantity(0)}
        >
          Remove
        </button>
      </div>
      <span className="line-price">{formatCents(line.line_cents)}</span>
    </li>
  )
}

/**
 * Tells the quantity once it is meant: on Enter, on leaving the field, on a step of its arrows. That is the browser's own
 * `change`, which React's onChange, called on every key, is not.
 */
function QuantityField(props: {
  label: string
  qty: number
  max: number
  onQuantity: (qty: number) => void
}) {
  const { label, qty, max, onQuantity } = props
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const input = field.current
    if (!input) return
    const tell = () => input.reportValidity() && onQuantity(input.valueAsNumber)
    input.addEventListener('change', tell)
    return () => input.removeEventListener('change', tell)
  }, [onQuantity])

  // What the server made of it.
  useEffect(() => {
    if (field.current) field.current.value = String(qty)
  }, [qty])

  return (
    <label>
      <span className="visually-hidden">{label}</span>
      <input ref={field} type="number" defaultValue={qty} min="0" max={max} required inputMode="numeric" />
    </label>
  )
}
