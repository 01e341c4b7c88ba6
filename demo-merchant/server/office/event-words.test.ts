import { expect, test } from 'vitest'
import type { BackdEvent } from '../backd-client.ts'
import { describeEvent } from './event-words.ts'

const event = (type: BackdEvent['type'], more: Partial<BackdEvent> = {}): BackdEvent => ({
  type,
  actor: 'merchant',
  from: 'order_confirmed',
  to: 'order_confirmed',
  create_date: '2026-04-16T15:00:00.000Z',
  data: {},
  ...more,
})
const words = (...of: Parameters<typeof event>) => {
  const { who, what, changes } = describeEvent(event(...of))
  return [`${who} ${what}`, ...changes.map((line) => line.replaceAll('\u202f', ' '))]
}

test('a change of status is told from one to the other', () => {
  expect(
    words('order_placed', { from: 'terms_selected', to: 'order_placed', data: { merchant_order_id: 'A' } }),
  ).toEqual(['The shop placed the order', 'Terms selected → Placed'])
})

test('an update tells what changed, before and after, and nothing of what stayed', () => {
  const before = { order_total_cents: 895_000, tax_amount_cents: 10_000, schedule_total_cents: 895_000 }
  const after = { order_total_cents: 915_000, tax_amount_cents: 10_000, schedule_total_cents: 915_000 }
  const data = { changed: ['amounts', 'merchantOrderStatus'], before, after }
  expect(words('order_updated', { data })).toEqual([
    'The shop changed the order: amounts, the shop’s own status',
    'Total $8,950.00 → $9,150.00',
    'Customer pays in all $8,950.00 → $9,150.00',
  ])
})

test('a refund is asked for, replaced, taken back and settled', () => {
  const first = { amount_cents: 10_000, locked_at: '2026-04-16T22:00:00.000Z' }
  const second = { amount_cents: 5_000, locked_at: '2026-04-17T22:00:00.000Z' }
  expect(words('refund_requested', { data: { before: null, after: first } })).toEqual([
    'The shop asked for a refund',
    'Amount $100.00',
    'Locks Apr 16, 2026, 5:00 PM CDT',
  ])
  expect(words('refund_requested', { data: { before: first, after: second } })).toEqual([
    'The shop replaced the refund',
    'Amount $100.00 → $50.00',
    'Locks Apr 17, 2026, 5:00 PM CDT',
  ])
  expect(words('refund_deleted', { data: { before: second, after: null } })).toEqual([
    'The shop took the refund back',
    'Amount $50.00',
  ])
  const settled = {
    amount_cents: 5_000,
    before: { remaining_cents: 20_000 },
    after: { remaining_cents: 15_000 },
  }
  expect(words('refund_settled', { actor: 'backd', to: 'refund', data: settled })).toEqual([
    'BackdPay settled the refund',
    'Confirmed → Refunded',
    'Amount $50.00',
    'Remaining $200.00 → $150.00',
  ])
})

test('data that lacks what it had then is told without it', () => {
  for (const data of [{}, { before: 7, after: 'x', changed: 'y' }]) {
    expect(words('order_updated', { data })).toEqual(['The shop changed the order'])
    expect(words('refund_requested', { data })).toEqual(['The shop asked for a refund'])
  }
})

test('an order goes to a colleague and comes back', () => {
  const actor = 'customer' as const
  expect(words('approval_requested', { actor, data: { expires_at: '2026-04-23T15:00:00.000Z' } })).toEqual([
    'The customer asked a colleague to approve',
    expect.stringMatching(/^Link open until .*Apr.* 23/),
  ])
  expect(words('approval_withdrawn', { actor })).toEqual([
    'The customer took the order back from the colleague',
  ])
  expect(words('approval_withdrawn', { actor: 'backd', data: { reason: 'email_undeliverable' } })).toEqual([
    'BackdPay took the request back: the colleague’s address takes no mail',
  ])
  expect(words('approval_withdrawn', { actor: 'backd', data: { reason: 'unavailable' } })).toEqual([
    'BackdPay took the request back: the colleague could not be mailed',
  ])
  expect(words('approval_declined', { actor })).toEqual([
    'The customer declined to approve, as the colleague who was asked',
  ])
  expect(words('approval_expired', { actor: 'backd' })).toEqual([
    'BackdPay closed the request: the colleague did not answer in time',
  ])
  expect(words('terms_selected', { actor, data: { by: 'approver', total_cents: 917_375 } })).toEqual([
    'The customer chose the payment terms, as the colleague who was asked to approve',
    'To be paid $9,173.75',
  ])
  expect(words('terms_selected', { actor, data: { by: 'buyer' } })).toEqual([
    'The customer chose the payment terms',
  ])
})

test('a mail is told by what it was about', () => {
  const told = (notice?: string) =>
    words('customer_notified', { actor: 'backd', data: notice ? { notice } : {} })
  expect(told()).toEqual(['BackdPay mailed the link to the customer'])
  expect(told('confirmation')).toEqual(['BackdPay mailed the confirmation to whoever agreed'])
  expect(told('approval_approved')).toEqual(['BackdPay mailed the customer that the colleague approved'])
  expect(words('customer_not_notified', { actor: 'backd', data: { notice: 'approval_declined' } })).toEqual([
    'BackdPay could not mail the customer that the colleague declined',
  ])
})
