import { createOrderSchema } from '@backd/contract/api/create-order.ts'
import { orderSchema } from '@backd/contract/order.ts'
import { expect, test } from 'vitest'
import { formatPath } from './field-errors.ts'
import { knownKeysAt, unknownKeyMessage } from './known-keys.ts'

test.each<[(string | number)[], string]>([
  [[], 'body'],
  [['items', 0, 'qty'], 'items[0].qty'],
  [['shipping', 'address', 'line1'], 'shipping.address.line1'],
  [['a b'], '["a b"]'],
  [['x', '"'], 'x["\\""]'],
])('the path %j is written %s', (path, text) => {
  expect(formatPath(path)).toBe(text)
})

test.each([
  ['shiping', ['shipping', 'billing'], '"shiping" is not a field here; did you mean "shipping"?'],
  ['colour', ['shipping', 'billing'], '"colour" is not a field here'],
  ['x', ['y'], '"x" is not a field here'],
  ['x', [], '"x" is not a field here'],
])('%s among %j', (key, known, message) => {
  expect(unknownKeyMessage(key, known)).toBe(message)
})

test('the known keys are those of the place: an item, an optional contact, either kind of mode', () => {
  expect(knownKeysAt(createOrderSchema, ['items', 3])).toContain('unit_price')
  expect(knownKeysAt(orderSchema, ['shipping', 'address'])).toContain('zipcode')
  expect(knownKeysAt(orderSchema, ['mode'])).toEqual(['type', 'order_success_url', 'order_close_url'])
  expect(knownKeysAt(orderSchema, ['nowhere', 'at', 'all'])).toEqual([])
})
