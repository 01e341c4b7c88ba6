import { expect, test } from 'vitest'
import { failCodes } from '../frame/messages.ts'
import { type ErrorCode, errorStatus } from './errors.ts'
import { failCodeOf } from './fail-codes.ts'

test('every refusal has a code that onFail knows', () => {
  for (const type of Object.keys(errorStatus) as ErrorCode[]) expect(failCodes).toContain(failCodeOf(type))
})

test.each([
  ['unauthorized', 'INVALID_PUBLIC_KEY'],
  ['origin_not_allowed', 'ORIGIN_NOT_ALLOWED'],
  ['invalid_request', 'INVALID_ORDER'],
  ['amounts_do_not_add_up', 'AMOUNTS_DO_NOT_ADD_UP'],
  ['total_exceeds_limit', 'TOTAL_EXCEEDS_LIMIT'],
  ['duplicate_merchant_order_id', 'DUPLICATE_MERCHANT_ORDER_ID'],
  ['too_many_requests', 'SERVICE_ERROR'],
] as const)('%s is %s', (type, code) => {
  expect(failCodeOf(type)).toBe(code)
})

test.each([
  [['locale'], 'INVALID_OPTIONS'],
  [['appearance.accent', 'locale'], 'INVALID_OPTIONS'],
  [['appearance.accent', 'order.items'], 'INVALID_ORDER'],
  [['order.billing.locale'], 'INVALID_ORDER'],
  [['appearances'], 'INVALID_ORDER'],
  [[], 'INVALID_ORDER'],
])('an invalid request for %j is %s', (paths, code) => {
  expect(failCodeOf('invalid_request', paths)).toBe(code)
})
