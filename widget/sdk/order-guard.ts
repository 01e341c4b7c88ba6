import { isCustomerUrl } from '@backd/contract/url.ts'
import type { Fault } from './attempt.ts'
import type { Order } from './types.ts'

/**
 * Tells a developer at once what an order misses: required fields, their types, the redirect URLs, the sum. Lengths,
 * spelling and optional fields are left to the API, which judges everything again; zod here would be ten times the
 * whole SDK. A test holds it to the contract: it refuses nothing that `orderSchema` takes.
 */
type Rule = [kind: string, isRight: (value: never) => unknown, paths: string]

/** Not negative, at most seven digits before the point and two behind it, give or take a float's noise. */
const isDollars = (value: number) => /^\d{1,7}\.\d\d000$/.test(value?.toFixed?.(5))
const toCents = (dollars: number | null = 0) => Math.round((dollars as number) * 100)

/**
 * Judges an order that has been through JSON. Of the items the first speaks for all.
 * @returns the first fault, its message naming the path ("order.items.0.sku")
 * @throws TypeError for an object that poses as a text or a number
 */
export function findOrderFault(order: Order, isRedirect: boolean): Fault | undefined {
  const rules: Rule[] = [
    [
      'text',
      (value: string) => value?.trim?.(),
      'merchant.public_api_key merchant.name ' +
        'billing.name.first billing.name.last billing.address.line1 billing.address.city billing.address.state ' +
        'billing.address.zipcode billing.address.country billing.phone_number billing.email ' +
        'items.0.display_name items.0.sku merchant_order_id',
    ],
    ['a number', (value: number) => value >= 0, 'items.0.unit_price items.0.qty'],
    ['dollars', isDollars, 'order_total cart_amount'],
    ['dollars', (value: number) => isDollars(value ?? 0), 'tax_amount shipping_amount discount_amount'],
    [
      'an https URL',
      (value: string) => !isRedirect || isCustomerUrl(value),
      'mode.order_success_url mode.order_close_url',
    ],
  ]
  for (const [kind, isRight, paths] of rules) {
    for (const path of paths.split(' ')) {
      const value = path.split('.').reduce((part, key) => (part as never)?.[key], order as unknown)
      if (!isRight(value as never)) return ['INVALID_ORDER', `order.${path} must be ${kind}`]
    }
  }
  const sum =
    toCents(order.cart_amount) +
    toCents(order.tax_amount) +
    toCents(order.shipping_amount) -
    toCents(order.discount_amount)
  if (sum === toCents(order.order_total)) return undefined
  return ['AMOUNTS_DO_NOT_ADD_UP', `order.order_total must be ${sum / 100}, the sum of amounts`]
}
