import { createSessionOffer } from '@backd/contract/apr.ts'
import { addDays } from '@backd/contract/calendar.ts'
import type { Plan } from '@backd/contract/plans.ts'
import type { CheckoutBoot } from '@backd/contract/session.ts'

/** What the checkout's document opens with on a page: an order with four plans to choose from, and no code to enter. */
export function createBoot(origin: string): CheckoutBoot {
  const today = new Date().toISOString().slice(0, 10)
  const plans: Plan[] = [1, 3, 6, 12].map((payments) => ({
    id: `monthly-${payments}`,
    name: `${payments} monthly`,
    payments,
    interval: { unit: 'month', count: 1 },
    fee_bps: payments * 70,
  }))
  return {
    kind: 'page',
    session: {
      backd_order_id: 'BO-20260416-7K3M9QX2',
      merchant_order_id: 'JKLMO4321',
      merchant_name: 'Northwind Office Supply',
      role: 'buyer',
      status: 'order_created',
      order_total_cents: 895_000,
      cart_amount_cents: 900_000,
      tax_amount_cents: 10_000,
      shipping_amount_cents: 5_000,
      discount_amount_cents: 20_000,
      items: [
        { display_name: 'MacBook Pro', sku: 'ABC-123', qty: 3, line_price_cents: 900_000, image_url: null },
      ],
      buyer: { name: 'Joe Doe', company_name: null, email: 'joedoe@123fakestreet.com' },
      offers: plans.map((plan) => createSessionOffer(plan, 895_000, today)),
      agreement: { version: '1', text: 'The agreement.' },
      selected: null,
      return_urls: { success: `${origin}/success`, close: `${origin}/cart`, backd_signature: null },
      locale: null,
      appearance: null,
      verification: { state: 'not_needed' },
      decision: 'approved',
      confirmation: null,
      approval: null,
      expires_at: `${addDays(today, 7)}T00:00:00.000Z`,
    },
  }
}
