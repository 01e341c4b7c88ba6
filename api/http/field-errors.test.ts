import { createOrderSchema } from '@backd/contract/api/create-order.ts'
import {
  createFieldErrors,
  describeIssue,
  formatPath,
  MAX_FIELD_ERRORS,
} from '@backd/contract/field-errors.ts'
import { knownKeysAt, unknownKeyMessage } from '@backd/contract/known-keys.ts'
import { orderSchema } from '@backd/contract/order.ts'
import { expect, test } from 'vitest'
import { invalidRequest } from '../domain/api-error.ts'

test.each<[(string | number)[], string]>([
  [[], 'body'],
  [['items', 0, 'qty'], 'items[0].qty'],
  [['shipping', 'address', 'line1'], 'shipping.address.line1'],
  [['a b'], '["a b"]'],
  [['x', '"'], 'x["\\""]'],
  [['x', 'y'.repeat(61)], `x.${'y'.repeat(60)}…`],
  [['a b'.repeat(21)], `["${'a b'.repeat(20)}…"]`],
  [['\0'.repeat(60)], `["${'\\u0000'.repeat(10)}…"]`],
])('the path %j is written %s', (path, text) => {
  expect(formatPath(path)).toBe(text)
})

test.each([
  ['shiping', ['shipping', 'billing'], '"shiping" is not a field here; did you mean "shipping"?'],
  ['colour', ['shipping', 'billing'], '"colour" is not a field here'],
  ['x', ['y'], '"x" is not a field here'],
  ['x', [], '"x" is not a field here'],
  ['x'.repeat(41), ['x'.repeat(40)], `"${'x'.repeat(41)}" is not a field here`],
  ['x'.repeat(900_000), ['xx'], `"${'x'.repeat(60)}…" is not a field here`],
])('%s among %j', (key, known, message) => {
  expect(unknownKeyMessage(key, known)).toBe(message)
})

test('the known keys are those of the place: an item, an optional contact, either kind of mode', () => {
  expect(knownKeysAt(createOrderSchema, ['items', 3])).toContain('unit_price')
  expect(knownKeysAt(orderSchema, ['shipping', 'address'])).toContain('zipcode')
  expect(knownKeysAt(orderSchema, ['mode'])).toEqual(['type', 'order_success_url', 'order_close_url'])
  expect(knownKeysAt(orderSchema, ['nowhere', 'at', 'all'])).toEqual([])
})

test.each<[string, object, number]>([
  ['80,000 unknown fields', manyKeys((n) => `k${n}`, 80_000), 80_000],
  ['unknown fields of many bytes', manyKeys((n) => `${'漢'.repeat(500)}${n}`), 1_000],
  ['unknown fields of characters that are escaped', manyKeys((n) => `${'\0"'.repeat(500)}${n}`), 1_000],
  ['one unknown field of 900 KB', { ['x'.repeat(900_000)]: 1 }, 1],
  ['a thousand bad items', { items: Array(1_000).fill({}) }, 4_000],
])('%s are refused in an answer of a size that is bounded', (_title, body, faults) => {
  const parsed = createOrderSchema.safeParse(body, { error: describeIssue, reportInput: true })
  const { fields, hidden } = createFieldErrors(createOrderSchema, parsed.error?.issues ?? [])
  expect(fields.length).toBeLessThanOrEqual(MAX_FIELD_ERRORS)
  expect(fields.length + hidden).toBeGreaterThanOrEqual(faults)
  const { message, fields: errors } = invalidRequest(fields, hidden)
  expect(Buffer.byteLength(JSON.stringify({ message, errors }))).toBeLessThan(32_000)
})

function manyKeys(write: (n: number) => string, length = 1_000): object {
  return Object.fromEntries(Array.from({ length }, (_, n) => [write(n), 1]))
}
