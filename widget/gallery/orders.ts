import { createSessionOffer } from '@backd/contract/apr.ts'
import type { Plan } from '@backd/contract/plans.ts'
import type { CheckoutSession, SessionItem } from '@backd/contract/session.ts'
import { createSession, monthly3, net30, STARTS_ON } from '../checkout/testing/sessions.ts'

/** Orders as a merchant might send them, from the plainest to those from hell. */

const month = { unit: 'month', count: 1 } as const
const week = { unit: 'week', count: 1 } as const

/** The six plans of the sandbox merchant. */
const sixPlans: Plan[] = [
  net30,
  { ...net30, id: 'net-60', name: 'Net 60', interval: { unit: 'day', count: 60 }, fee_bps: 150 },
  { ...net30, id: 'net-90', name: 'Net 90', interval: { unit: 'day', count: 90 }, fee_bps: 250 },
  { id: 'weekly-12', name: '12 weekly payments', payments: 12, interval: week, fee_bps: 200 },
  monthly3,
  { id: 'monthly-6', name: '6 monthly payments', payments: 6, interval: month, fee_bps: 450 },
]

const twelvePlans: Plan[] = [
  ...sixPlans,
  {
    id: 'daily-60',
    name: '60 daily payments',
    payments: 60,
    interval: { unit: 'day', count: 1 },
    fee_bps: 100,
  },
  {
    id: 'fortnight',
    name: '6 payments, one every second week',
    payments: 6,
    interval: { unit: 'week', count: 2 },
    fee_bps: 175,
  },
  { id: 'monthly-9', name: '9 monthly payments', payments: 9, interval: month, fee_bps: 600 },
  { id: 'monthly-12', name: '12 monthly payments', payments: 12, interval: month, fee_bps: 800 },
  {
    id: 'quarterly',
    name: '4 quarterly payments',
    payments: 4,
    interval: { unit: 'month', count: 3 },
    fee_bps: 750,
  },
  {
    id: 'long',
    name: 'Sixty monthly payments, as agreed in the framework',
    payments: 60,
    interval: month,
    fee_bps: 3000,
  },
]

const offersOf = (plans: Plan[], cents: number) =>
  plans.map((plan) => createSessionOffer(plan, cents, STARTS_ON))

const item = (change: Partial<SessionItem> = {}): SessionItem => ({
  display_name: 'MacBook Pro',
  sku: 'ABC-123',
  qty: 3,
  line_price_cents: 900_000,
  image_url: null,
  ...change,
})

/** A session of these items and plans whose amounts add up. */
function order(items: SessionItem[], plans: Plan[], change: Partial<CheckoutSession> = {}): CheckoutSession {
  const cart = items.reduce((sum, { line_price_cents }) => sum + (line_price_cents ?? 0), 0)
  const total = change.order_total_cents ?? cart
  return createSession({
    merchant_name: 'Northwind Office Supply',
    items,
    cart_amount_cents: cart,
    tax_amount_cents: 0,
    order_total_cents: total,
    offers: offersOf(plans, total),
    agreement,
    ...change,
  })
}

const agreement = {
  version: '2026-04',
  text: `You agree to pay Backd the total shown above, on the dates shown above. Backd pays the merchant for this order.

You may pay early at any time without a charge. If a payment is late, Backd contacts you before anything else happens.

Your order's delivery, quality and returns stay a matter between you and the merchant. When the merchant refunds an order, your payments become smaller.`,
}

const markup = `<img src=x onerror="window.executed=1"><script>window.executed=1</script>`
/** Overrides and isolates that are never closed: right-to-left override, left-to-right embedding. */
const bidi = '\u202Etxet desrever\u202A \u2067never closed'
const emoji = '🖥️👩🏽‍💻🏴󠁧󠁢󠁥󠁮󠁧󠁿🪑 '
const long = (words: string) => words.repeat(Math.ceil(300 / words.length)).slice(0, 300)

const products = [
  'Sit-stand desk, oak',
  'Task chair',
  'Monitor 27"',
  'Docking station',
  'LED desk lamp',
  'Whiteboard, 120 × 90 cm',
]

/** A picture of a size and a colour; without a colour the file is broken. */
const picture = (width: number, height: number, colour?: string) =>
  colour
    ? `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><ellipse cx="50%25" cy="50%25" rx="48%25" ry="48%25" fill="${colour}"/></svg>`
    : 'data:image/png,broken'

const pictures = {
  'as a square': picture(400, 400, 'seagreen'),
  tall: picture(200, 1200, 'crimson'),
  wide: picture(1600, 200, 'goldenrod'),
  'black on nothing': picture(300, 300, 'black'),
  'white on nothing': picture(300, 300, 'white'),
  'that does not come': picture(0, 0),
}

export const orders = {
  usual: order(
    [
      item(),
      item({ display_name: 'Docking station', sku: 'DOC-4', qty: 3, line_price_cents: 59_700 }),
      item({
        display_name: 'Sit-stand desk, oak, 160 × 80 cm',
        sku: 'DSK',
        qty: 2,
        line_price_cents: 119_800,
      }),
    ],
    sixPlans,
    { tax_amount_cents: 9_450, discount_amount_cents: 93_950, order_total_cents: 995_000 },
  ),
  pictured: order(
    Object.entries(pictures).map(([looks, image_url]) =>
      item({ display_name: `A picture ${looks}`, sku: looks, image_url }),
    ),
    sixPlans,
  ),
  'one-plan': order([item({ qty: 1, line_price_cents: 249_900 })], [monthly3]),
  'twelve-plans': order([item()], twelvePlans),
  'two-hundred-items': order(
    Array.from({ length: 200 }, (_, index) =>
      item({
        display_name: `${products[index % products.length]} ${index + 1}`,
        sku: `SKU-${index}`,
        qty: 1 + (index % 9),
        line_price_cents: 1_999 + 731 * index,
      }),
    ),
    sixPlans,
  ),
  'long-names': order(
    [
      item({ display_name: long('Ergonomic office chair with lumbar support ') }),
      item({ display_name: long('W') }),
    ],
    sixPlans.map((plan) => ({ ...plan, name: `${plan.name} ${long('as agreed ')}`.slice(0, 60) })),
    {
      merchant_name: long('Consolidated Office Supplies '),
      merchant_order_id: long('ORDER0123456789').slice(0, 255),
      buyer: { name: long('Maximiliane '), company_name: long('Acme'), email: `${long('joe')}@acme.example` },
    },
  ),
  strange: order(
    [
      item({ display_name: markup, sku: markup }),
      item({ display_name: bidi }),
      item({ display_name: emoji.repeat(20) }),
    ],
    [
      { ...net30, name: markup.slice(0, 60) },
      { ...monthly3, name: bidi },
      { ...monthly3, id: 'emoji', name: emoji },
    ],
    {
      merchant_name: `${emoji}${markup}`,
      merchant_order_id: bidi,
      buyer: { name: bidi, company_name: markup, email: markup },
      agreement: { version: markup, text: `${markup}\n\n${bidi}\n\n${emoji}` },
    },
  ),
  'right-to-left': order(
    [item({ display_name: 'שולחן 160 × 80!' })],
    [
      { ...net30, name: 'תשלום תוך 30 יום!' },
      { ...monthly3, name: 'دفعات شهرية (3)!' },
    ],
    {
      merchant_name: 'مكتب الشمال 24!',
      merchant_order_id: 'הזמנה 7!',
      buyer: { name: 'דנה כהן', company_name: 'אקמה (2009)', email: 'dana@acme.example' },
    },
  ),
  smallest: order([item({ qty: 1, line_price_cents: 1 })], sixPlans),
  largest: order([item({ qty: 0.333, line_price_cents: null })], twelvePlans, {
    cart_amount_cents: 999_999_999,
    tax_amount_cents: 999_999_999,
    shipping_amount_cents: 999_999_999,
    discount_amount_cents: 1_999_999_998,
    order_total_cents: 999_999_999,
  }),
} satisfies Record<string, CheckoutSession>

export type OrderName = keyof typeof orders
