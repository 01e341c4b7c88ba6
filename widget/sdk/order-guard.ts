import type { Fault } from './attempt.ts'
import type { Order } from './types.ts'

/**
 * Tells a developer at once what an order misses: required fields, their types, the sum. Lengths, spelling, optional
 * fields and the redirect's URLs are left to the API, which judges everything again; zod here would be ten times the
 * whole SDK. A test holds it to the contract: it refuses nothing that `orderSchema` takes.
 */
type Rule = [kind: string, isRight: (value: never) => unknown, paths: string]

/** Not negative, at most seven digits before the point and two behind it, give or take a float's noise. */
// What toFixed(5) gives has five digits behind the point, so of the three dots the first is the point.
const isDollars = (value: number) => /^\d{1,7}...000$/.test((value ?? 0).toFixed?.(5))

const AMOUNTS = 'order_total cart_amount tax_amount shipping_amount discount_amount'

/** Of the items the first speaks for all. */
const rules: Rule[] = [
  [
    'text',
    (value: string) => value?.trim?.(),
    'merchant.public_api_key merchant.name ' +
      'billing.name.first billing.name.last billing.address.line1 billing.address.city billing.address.state ' +
      'billing.address.zipcode billing.address.country billing.phone_number billing.email ' +
      'items.0.display_name items.0.sku merchant_order_id',
  ],
  ['a number', (value: number) => value >= 0, 'order_total cart_amount items.0.unit_price items.0.qty'],
  ['dollars', isDollars, AMOUNTS],
]

/**
 * Judges an order that has been through JSON.
 * @returns the first fault: the path ("order.items.0.sku"), what is wanted there and what came; of a sum the
 *   amounts that make it up, by name, and by how many cents it is off
 * @throws TypeError for an object that poses as a text or a number
 */
export function findOrderFault(order: Order): Fault | undefined {
  for (const [kind, isRight, paths] of rules) {
    for (const path of paths.split(' ')) {
      const value = path.split('.').reduce((part, key) => (part as never)?.[key], order as unknown)
      if (!isRight(value as never)) {
        return ['INVALID_ORDER', `order.${path} must be ${kind}, not ${JSON.stringify(value)}`]
      }
    }
  }
  const [total, cart, tax, shipping, discount] = AMOUNTS.split(' ').map((name) =>
    Math.round((order[name as 'tax_amount'] ?? 0) * 100),
  ) as [number, number, number, number, number]
  const sum = cart + tax + shipping - discount
  return sum === total
    ? undefined
    : [
        'AMOUNTS_DO_NOT_ADD_UP',
        `order.order_total must be cart_amount ${cart / 100} + tax_amount ${tax / 100} + shipping_amount ${shipping / 100} - discount_amount ${discount / 100} = ${sum / 100}, not ${total / 100}, cents off: ${total - sum}`,
      ]
}
