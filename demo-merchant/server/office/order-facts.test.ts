import { expect, test } from 'vitest'
import { actionsFor, headroomCents, lockInMs, refundedCents, remainingCents } from './order-facts.ts'

const refund = (status: 'draft' | 'approved' | 'settled' | 'declined', amount = 100) => ({
  amount,
  status,
  create_date: '2026-04-16T15:00:00.000Z',
  locked_at: '2026-04-16T22:00:00.000Z',
})

test.each([
  ['order_created', [], []],
  ['terms_selected', [], ['place']],
  ['order_placed', [], ['update', 'confirm', 'cancel']],
  ['order_confirmed', [], ['refund']],
  ['order_confirmed', [refund('declined'), refund('settled')], ['refund']],
  ['order_confirmed', [refund('settled'), refund('draft')], ['refund', 'delete_refund']],
  ['order_confirmed', [refund('approved')], []],
  ['order_cancelled', [], []],
  ['refund', [refund('settled')], []],
] as const)('an order that is %s with refunds %o can be met with %o', (status, refunds, expected) => {
  expect(actionsFor({ status, refunds: [...refunds] })).toEqual(expected)
})

test('only settled refunds lessen what remains, to the cent', () => {
  const refunds = [refund('settled', 0.1), refund('settled', 0.2), refund('declined'), refund('draft')]
  expect(refundedCents({ refunds })).toBe(30)
  expect(remainingCents({ refunds, order_total: 10 })).toBe(970)
})

test('headroom is what an update could add, and never less than nothing', () => {
  expect(headroomCents({ order_total: 8950, max_order_total: 9845 })).toBe(895_00)
  expect(headroomCents({ order_total: 8950, max_order_total: 8000 })).toBe(0)
})

test('the lock is told by the order’s own time', () => {
  expect(lockInMs(refund('draft'), { now: '2026-04-16T21:59:00.000Z' })).toBe(60_000)
  expect(lockInMs(refund('draft'), { now: '2026-04-17T00:00:00.000Z' })).toBe(0)
})
