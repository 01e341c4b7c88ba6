import type { Product } from '../catalogue.ts'
import { type Html, html } from '../html.ts'
import { formatCents } from '../money.ts'

/** "$200.00 off from 3", for a product that has a volume discount. */
export function renderDiscount({ volumeDiscount }: Product): Html | undefined {
  if (!volumeDiscount) return undefined
  const { fromQty, offCents } = volumeDiscount
  return html`<span class="chip">${formatCents(offCents)} off from ${fromQty}</span>`
}
