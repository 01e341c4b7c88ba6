import { useBackd } from '@backd/widget/react'
import { type ChangeEvent, type FormEvent, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { formatCents } from '../../server/money.ts'
import { type Ending, sayClosed, sayFailed, sayReturned } from '../backd/ending-words.ts'
import { ContactFields, type Faults } from '../parts/contact-fields.tsx'
import { EmptyCart } from '../parts/empty-cart.tsx'
import { Heading } from '../parts/page.tsx'
import { PaymentPanel } from '../parts/payment-panel.tsx'
import { Drawing } from '../parts/product-parts.tsx'
import { TotalsList } from '../parts/totals.tsx'
import { TryCustomers } from '../parts/try-customers.tsx'
import { prepareOrder, ShopError, sentenceOf } from '../shop/api.ts'
import { useShop } from '../shop/shop-context.tsx'

/** Addresses on one side, the order and BackdPay on the other. */
export function CheckoutPage() {
  const { storefront, cart, reloadCart } = useShop()
  const [, navigate] = useLocation()
  const [query] = useSearchParams()
  const [values, setValues] = useState(storefront.example_values)
  const [shipElsewhere, setShipElsewhere] = useState(false)
  const [faults, setFaults] = useState<Faults>({})
  // A redirect that ended without terms comes back to this page.
  const [ending, setEnding] = useState<Ending | undefined>(() => sayReturned(query))
  const { phase, open } = useBackd({
    checkoutOrigin: storefront.checkout_origin,
    // The result page tells our server, which places the order; a redirect comes back there, too.
    onSuccess: ({ backd_order_id, merchant_order_id }) =>
      navigate(`/result?${new URLSearchParams({ backd_order_id, merchant_order_id })}`, { replace: true }),
    onClose: (data) => setEnding(sayClosed(data)),
    onFail: (failure) => {
      console.error(`BackdPay failed with ${failure.code}: ${failure.message}`)
      setEnding(sayFailed(failure))
    },
    // Our own server did not make the order.
    onError(error) {
      setEnding({ tone: 'alert', text: sentenceOf(error) })
      if (!(error instanceof ShopError)) return
      setFaults(Object.fromEntries(error.faults.map(({ name, message }) => [name, message])))
      // The cart may have been emptied or changed in another tab.
      reloadCart().catch(() => {})
    },
  })
  if (cart.lines.length === 0) return <EmptyCart />

  function change(name: string, value: string): void {
    setValues((before) => ({ ...before, [name]: value }))
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const fields = [...new FormData(event.currentTarget)]
    open((signal) => {
      setEnding(undefined)
      setFaults({})
      return prepareOrder(Object.fromEntries(fields.map(([name, value]) => [name, String(value)])), signal)
    })
  }

  const contact = {
    fields: storefront.contact_fields,
    values,
    faults,
    onChange: change,
  }
  return (
    <>
      <Heading>Checkout</Heading>
      <form className="split checkout" onSubmit={handleSubmit}>
        <div className="checkout-fields">
          <TryCustomers
            customers={storefront.try_customers}
            email={values['billing.email'] ?? ''}
            onPick={(email) =>
              change('billing.email', email || (storefront.example_values['billing.email'] ?? ''))
            }
          />
          <ContactFields kind="billing" legend="Billing" {...contact} />
          <p className="check">
            <label>
              <input
                type="checkbox"
                name="ship_elsewhere"
                checked={shipElsewhere}
                onChange={(event: ChangeEvent<HTMLInputElement>) => setShipElsewhere(event.target.checked)}
              />{' '}
              Ship to a different address
            </label>
          </p>
          {shipElsewhere && <ContactFields kind="shipping" legend="Shipping" {...contact} />}
        </div>
        <div className="checkout-side">
          <section className="panel summary" aria-labelledby="summary">
            <h2 id="summary">
              Your order{' '}
              <Link className="heading-link" href="/cart">
                Edit
              </Link>
            </h2>
            <ul className="lines lines-small">
              {cart.lines.map((line) => (
                <li className="line" key={line.sku}>
                  <Drawing src={line.image_url} />
                  <div className="line-words">
                    {line.name}
                    <span className="muted small">
                      {line.qty} × {formatCents(line.unit_price_cents)}
                    </span>
                  </div>
                  <span className="line-price">{formatCents(line.line_cents)}</span>
                </li>
              ))}
            </ul>
            <TotalsList totals={cart.totals} />
          </section>
          <PaymentPanel phase={phase} ending={ending} />
        </div>
      </form>
    </>
  )
}
