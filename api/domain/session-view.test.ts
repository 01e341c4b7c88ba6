import { checkoutSessionSchema } from '@backd/contract/api/checkout.ts'
import { offerApr, withApr } from '@backd/contract/apr.ts'
import { seedOrder } from '@backd/contract/examples.ts'
import { createOffer, type Plan } from '@backd/contract/plans.ts'
import { expect, test } from 'vitest'
import { currentAgreement, findAgreement } from './agreement.ts'
import { createOrderFrom } from './new-order.ts'
import type { CheckoutLink, Order } from './order.ts'
import { sandboxMerchant } from './sandbox.ts'
import { createSessionView } from './session-view.ts'

const now = new Date('2026-04-16T04:59:59.000Z')
const merchant = {
  id: 'm',
  clockOffsetMs: 0,
  ...sandboxMerchant(['https://shop.example', 'http://localhost:4100']),
  verifyCustomer: false,
}
const order = createOrderFrom(seedOrder, {
  backdOrderId: 'BO-1',
  merchantId: 'm',
  source: 'widget',
  now,
  openForMs: 86_400_000,
})
const link: CheckoutLink = {
  tokenHash: new Uint8Array(32),
  backdOrderId: 'BO-1',
  surface: 'modal',
  presentation: { locale: 'es', appearance: null },
  createdAt: now,
}
const view = (changes: Partial<Order> = {}, at = now) =>
  createSessionView(
    { order: { ...order, ...changes }, merchant, link },
    { now: at, browserHash: undefined, standing: { state: 'not_needed' }, decision: 'approved' },
  )

/** As worked out from the offer alone (contract/apr.test.ts has the figures). */
const aprOf = (plan: Plan) => offerApr(createOffer(plan, 895_000, '2026-04-15'))

test('a new order shows every plan of its merchant, worked out from today in Chicago', () => {
  const session = view()
  expect(checkoutSessionSchema.parse(session)).toEqual(session)
  expect(session.offers.map(({ plan_id, fee_cents }) => [plan_id, fee_cents])).toEqual([
    ['net-30', 0],
    ['net-60', 13_425],
    ['weekly-12', 17_900],
    ['monthly-3', 22_375],
    ['monthly-6', 40_275],
    ['monthly-12', 76_075],
  ])
  expect(session.offers.map(({ apr }) => apr)).toEqual(merchant.plans.map((plan) => aprOf(plan)))
  // It is the 16th in UTC, and still the 15th in Chicago for one second.
  expect(session.offers[0]).toMatchObject({ starts_on: '2026-04-15', payments: [{ due_on: '2026-05-15' }] })
  expect(view({}, new Date('2026-04-16T05:00:00.000Z')).offers[0]?.starts_on).toBe('2026-04-16')
  expect(session).toMatchObject({
    merchant_name: 'Northwind Office Supply',
    buyer: { name: 'Joe Doe', company_name: null, email: 'joedoe@123fakestreet.com' },
    items: [{ sku: 'ABC-123', qty: 3, line_price_cents: 900_000 }],
    selected: null,
    return_urls: null,
    locale: 'es',
    appearance: null,
    expires_at: '2026-04-17T04:59:59.000Z',
  })
})

test('an order with terms shows what was agreed to and no more offers', () => {
  const plan = { ...(merchant.plans[0] as Plan), fee_bps: 77 }
  const offer = createOffer(plan, 895_000, '2026-01-01')
  const session = view({
    status: 'order_placed',
    acceptance: {
      plan,
      offer,
      agreementVersion: currentAgreement().version,
      selectedAt: now,
      language: 'en',
      totalCents: 895_000,
    },
  })
  expect(session.offers).toEqual([])
  expect(session.selected).toEqual({
    offer: withApr(offer),
    schedule: withApr(offer),
    agreement_version: currentAgreement().version,
    selected_at: '2026-04-16T04:59:59.000Z',
  })
})

test('a cancelled order shows no offers', () => {
  expect(view({ status: 'order_cancelled' }).offers).toEqual([])
})

test('items whose unit is unknown show no price', () => {
  const items = [{ display_name: 'A', sku: 'A', unit_price: 7, qty: 1 }]
  expect(view({ items }).items[0]?.line_price_cents).toBeNull()
})

test.each<[string, string | null | undefined, string | null]>([
  ['a registered origin', 'https://shop.example/a b.jpg?size=2', 'https://shop.example/a%20b.jpg?size=2'],
  ['this machine by http', 'http://localhost:4100/desk.svg', 'http://localhost:4100/desk.svg'],
  ['another port', 'http://localhost:4101/desk.svg', null],
  ['another scheme', 'http://shop.example/a.jpg', null],
  ['an origin that only begins alike', 'https://shop.example.evil.com/a.jpg', null],
  ['an origin with a user name', 'https://me@shop.example/a.jpg', null],
  ['no URL', 'https://', null],
  ['nothing', '', null],
  ['null', null, null],
  ['no field', undefined, null],
])('a picture from %s', (_title, item_image_url, shown) => {
  const items = [{ display_name: 'A', sku: 'A', unit_price: 7, qty: 1, item_image_url }]
  const session = view({ items })
  expect(session.items[0]?.image_url).toBe(shown)
  expect(checkoutSessionSchema.safeParse(session).success).toBe(true)
})

test('the agreement is found by the version it was agreed under', () => {
  expect(findAgreement(currentAgreement().version)).toBe(currentAgreement())
  expect(findAgreement('never')).toBeUndefined()
})
