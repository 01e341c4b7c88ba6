import { formatCents } from '../../server/money.ts'
import type { CartView } from '../../server/storefront-view.ts'

/** The five amounts as the server made them. */
export function TotalsList({ totals }: { totals: CartView['totals'] }) {
  const rows = [
    { name: 'Items', amount: formatCents(totals.cartCents) },
    ...(totals.discountCents > 0
      ? [{ name: 'Volume discount', amount: `−${formatCents(totals.discountCents)}` }]
      : []),
    { name: 'Shipping', amount: formatCents(totals.shippingCents) },
    { name: 'Tax', amount: formatCents(totals.taxCents) },
  ]
  return (
    <dl className="totals">
      {rows.map(({ name, amount }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{amount}</dd>
        </div>
      ))}
      <div className="totals-sum">
        <dt>Total</dt>
        <dd>{formatCents(totals.totalCents)}</dd>
      </div>
    </dl>
  )
}
