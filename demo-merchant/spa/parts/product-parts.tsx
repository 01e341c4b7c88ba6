import { formatCents } from '../../server/money.ts'
import type { ProductView } from '../../server/storefront-view.ts'

/** A product's drawing. It stands beside the product's name, so it has no text of its own. */
export function Drawing({ src }: { src: string }) {
  return (
    <span className="drawing">
      <img src={src} alt="" width="240" height="180" />
    </span>
  )
}

/** "$200.00 off from 3", for a product that has a volume discount. */
export function Discount({ product: { volume_discount: discount } }: { product: ProductView }) {
  if (!discount) return null
  return (
    <span className="chip">
      {formatCents(discount.off_cents)} off from {discount.from_qty}
    </span>
  )
}
