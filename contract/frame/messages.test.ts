import { expect, it } from 'vitest'
import { isCheckoutMessage, isHostMessage } from './messages.ts'

it.each([
  { type: 'checkout:shown' },
  { type: 'checkout:completed', backd_order_id: 'BO-1', merchant_order_id: 'M' },
  { type: 'checkout:closed', message: 'Left', code: 'CUSTOMER_CLOSED' },
  { type: 'checkout:failed', message: 'No', code: 'NETWORK_ERROR', recoverable: true },
])('$type is a message of the checkout and not of the host', (message) => {
  expect(isCheckoutMessage(message)).toBe(true)
  expect(isHostMessage(message)).toBe(false)
})

it.each([{ type: 'host:open', order: {} }, { type: 'host:open', token: 'q' }, { type: 'host:close' }])(
  '$type is a message of the host and not of the checkout',
  (message) => {
    expect(isHostMessage(message)).toBe(true)
    expect(isCheckoutMessage(message)).toBe(false)
  },
)

it.each([
  undefined,
  null,
  0,
  'checkout:shown',
  [],
  {},
  { type: 1 },
  { type: ['checkout:shown'] },
  { type: 'toString' },
  { type: '__proto__' },
  { type: 'checkout:opened' },
  { type: 'checkout:completed', backd_order_id: 'BO-1' },
  { type: 'checkout:completed', backd_order_id: 1, merchant_order_id: 'M' },
  { type: 'checkout:closed', message: 'Left' },
  { type: 'checkout:failed', message: 'No', code: 'X', recoverable: 'yes' },
  { type: ['host:open'] },
  { type: 'host:opened' },
])('%j is no message at all', (value) => {
  expect(isCheckoutMessage(value)).toBe(false)
  expect(isHostMessage(value)).toBe(false)
})
