import { expect, it } from 'vitest'
import { isHostMessage } from './messages.ts'

it.each([
  { type: 'host:open', order: {} },
  { type: 'host:open', token: 'q' },
  { type: 'host:open', hidden: true },
  { type: 'host:close' },
])('%j is a message of the host', (message) => {
  expect(isHostMessage(message)).toBe(true)
})

it.each([
  undefined,
  null,
  0,
  'host:open',
  [],
  {},
  { type: 1 },
  { type: 'shown' },
  { type: 'onSuccess', backd_order_id: 'BO-1', merchant_order_id: 'M' },
  { type: 'toString' },
  { type: '__proto__' },
  { type: ['host:open'] },
  { type: 'host:opened' },
])('%j is none', (value) => {
  expect(isHostMessage(value)).toBe(false)
})
