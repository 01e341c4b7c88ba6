import { findProduct } from './catalogue.ts'
import { readCookie, writeCookie } from './cookies.ts'
import type { CartLine } from './pricing.ts'

/**
 * The cart lives in a cookie that holds SKUs and quantities, "ABC-123:3&CHR-410:1", and never a price: a customer may
 * write into it what they like and can only ask for other things.
 */

const CART_COOKIE = 'cart'

/** The most of one product that the shop sells at once. */
export const MAX_QTY = 99

/** The cart that a request carries; what the shop does not sell is left out. */
export function readCart(cookieHeader: string | undefined): CartLine[] {
  const quantities = new Map<string, number>()
  for (const entry of (readCookie(cookieHeader, CART_COOKIE) ?? '').split('&')) {
    const [sku = '', qty = ''] = entry.split(':')
    const wanted = readQty(qty)
    if (wanted) quantities.set(sku, wanted)
  }
  return [...quantities].flatMap(([sku, qty]) => {
    const product = findProduct(sku)
    return product ? [{ product, qty }] : []
  })
}

/** The Set-Cookie line that keeps a cart. */
export function writeCart(lines: readonly CartLine[]): string {
  return writeCookie(CART_COOKIE, lines.map(({ product, qty }) => `${product.sku}:${qty}`).join('&'))
}

/** A whole number from 0 to MAX_QTY, or undefined when the text is none. Larger ones are held to MAX_QTY. */
export function readQty(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), MAX_QTY) : undefined
}

/** The cart with `qty` more of a product. */
export function addToCart(lines: readonly CartLine[], { product, qty }: CartLine): CartLine[] {
  const before = lines.find((line) => line.product === product)?.qty ?? 0
  return setInCart(lines, { product, qty: Math.min(before + qty, MAX_QTY) })
}

/** The cart with exactly `qty` of a product; none when 0. A product keeps its place. */
export function setInCart(lines: readonly CartLine[], { product, qty }: CartLine): CartLine[] {
  const known = lines.some((line) => line.product === product)
  const next = known
    ? lines.map((line) => (line.product === product ? { product, qty } : line))
    : [...lines, { product, qty }]
  return next.filter((line) => line.qty > 0)
}

/** How many things are in the cart. */
export function countItems(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.qty, 0)
}
