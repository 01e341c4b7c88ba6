import { findAmountFault, formatCents, sumAmounts, toCents } from '@backd/contract/money.ts'
import { findUrlFault } from '@backd/contract/url.ts'
import type { ErrorData, Order } from './types.ts'

/**
 * Tells a developer at once what is wrong with an order, without a round trip. It refuses exactly what the contract's
 * `orderSchema` refuses (a test holds the two together); zod itself would be ten times the whole SDK.
 */

/** Why the value at a path is refused, as a sentence that begins with the path; undefined when it is right. */
type Check = (value: unknown, path: string) => string | undefined

const must =
  <Value>(isRight: (value: Value) => unknown, sentence: string): Check =>
  (value, path) =>
    isRight(value as Value) ? undefined : `${path} must ${sentence}`

/** Nothing that PostgreSQL can't store: NUL, half a surrogate pair. */
const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length <= max && !/[\0\p{Cs}]/u.test(value)

const textUpTo = (max: number) =>
  must((value: string) => isText(value, max) && value.trim(), `be text of 1 to ${max} characters`)
const text = textUpTo(500)
const looseText = must((value) => isText(value, 500), 'be text of at most 500 characters')

/** What `<input type="email">` takes. */
const isEmail =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/i
const email = must(
  (value) => isText(value, 254) && isEmail.test(value),
  'be an email address like joe@example.com',
)

const dollars = must(
  (value) => !findAmountFault(value),
  'be a number of dollars from 0 to 9999999.99 with at most two decimals',
)
const number = (isRight: (value: number) => boolean, range: string) =>
  must((value: number) => typeof value === 'number' && isRight(value), `be a number ${range}`)

const itemUrl = must(
  (value) => isText(value, 2048) && (!value || /^https?:\/\//i.test(value)),
  'be an absolute http(s) URL of at most 2048 characters',
)
const redirectUrl: Check = (value, path) => {
  const fault = isText(value, 2048) ? findUrlFault(value) : 'must be a URL of at most 2048 characters'
  return fault && `${path} ${fault}`
}

/** An object with these fields and no others, so that a misspelt `shiping` is not lost; "?" = may be absent or null. */
const shape =
  (fields: Record<string, Check>): Check =>
  (value, path) => {
    if (typeof value !== 'object' || !value || Array.isArray(value)) return `${path} must be an object`
    const strangers = new Set(Object.keys(value))
    for (const [field, check] of Object.entries(fields)) {
      const name = field.replace('?', '')
      strangers.delete(name)
      const part = (value as Record<string, unknown>)[name]
      const fault = part == null && name !== field ? undefined : check(part, `${path}.${name}`)
      if (fault) return fault
    }
    for (const name of strangers) return `${path}.${name} is no field of an order: check its spelling`
    return undefined
  }

const list =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value) || !value.length || value.length > 1000)
      return `${path} must be a list of 1 to 1000 items`
    for (const [index, item] of value.entries()) {
      const fault = check(item, `${path}[${index}]`)
      if (fault) return fault
    }
    return undefined
  }

const anything: Check = () => undefined
const modalMode = shape({
  type: must((value) => value === undefined || value === 'modal', 'be "modal" or "redirect"'),
  order_success_url: anything,
  order_close_url: anything,
})
const redirectMode = shape({
  type: anything,
  order_success_url: redirectUrl,
  order_close_url: redirectUrl,
})

const contact = shape({
  name: shape({ first: text, last: text }),
  'company_name?': looseText,
  address: shape({
    line1: text,
    'line2?': looseText,
    city: text,
    state: text,
    zipcode: text,
    country: text,
  }),
  phone_number: text,
  email,
})

const order = shape({
  merchant: shape({ public_api_key: text, name: text }),
  'mode?': (value, path) =>
    ((value as { type?: unknown }).type === 'redirect' ? redirectMode : modalMode)(value, path),
  billing: contact,
  'shipping?': contact,
  items: list(
    shape({
      display_name: text,
      sku: text,
      unit_price: number((value) => value >= 0 && value <= 999_999_999, 'from 0 to 999999999'),
      qty: number((value) => value > 0 && value <= 1_000_000, 'more than 0 and at most 1000000'),
      'item_image_url?': itemUrl,
      'item_url?': itemUrl,
    }),
  ),
  merchant_order_id: textUpTo(255),
  'merchant_order_status?': looseText,
  order_total: dollars,
  cart_amount: dollars,
  'tax_amount?': dollars,
  'shipping_amount?': dollars,
  'discount_amount?': dollars,
})

/**
 * Judges an order that has been through JSON. Pure; never throws.
 * @returns the first fault with its path (`order.items[0].qty`), or undefined
 */
export function findOrderFault(value: unknown): Pick<ErrorData, 'code' | 'message'> | undefined {
  const fault = order(value, 'order')
  if (fault) return { code: 'INVALID_ORDER', message: `${fault}.` }
  const { cart_amount, tax_amount, shipping_amount, discount_amount, order_total } = value as Order
  const sum = sumAmounts({
    cart_amount_cents: toCents(cart_amount),
    tax_amount_cents: toCents(tax_amount ?? 0),
    shipping_amount_cents: toCents(shipping_amount ?? 0),
    discount_amount_cents: toCents(discount_amount ?? 0),
  })
  const total = toCents(order_total)
  if (total === sum) return undefined
  return {
    code: 'AMOUNTS_DO_NOT_ADD_UP',
    message: `order.order_total is ${formatCents(total)}, but cart_amount + tax_amount + shipping_amount - discount_amount is ${formatCents(sum)}: a difference of ${formatCents(Math.abs(total - sum))}.`,
  }
}
