import { createSessionOffer } from '@backd/contract/apr.ts'
import type { Plan } from '@backd/contract/plans.ts'
import type { Approval, CheckoutSession } from '@backd/contract/session.ts'

/** Sessions as the API would send them. 21 November 2026 is "today" in all of them. */

export const STARTS_ON = '2026-11-21'

export const net30: Plan = {
  id: 'net-30',
  name: 'Net 30',
  payments: 1,
  interval: { unit: 'day', count: 30 },
  fee_bps: 0,
}
export const monthly3: Plan = {
  id: 'monthly-3',
  name: '3 monthly payments',
  payments: 3,
  interval: { unit: 'month', count: 1 },
  fee_bps: 250,
}

export function createSession(changes: Partial<CheckoutSession> = {}): CheckoutSession {
  const total = changes.order_total_cents ?? 1_000_000
  return {
    backd_order_id: 'BO-20261121-7K3M9QX2',
    merchant_order_id: 'JKLMO4321',
    merchant_name: 'Northwind',
    role: 'buyer',
    status: 'order_created',
    order_total_cents: total,
    cart_amount_cents: 900_000,
    tax_amount_cents: 100_000,
    shipping_amount_cents: 0,
    discount_amount_cents: 0,
    items: [
      { display_name: 'MacBook Pro', sku: 'ABC-123', qty: 3, line_price_cents: 900_000, image_url: null },
    ],
    buyer: { name: 'Joe Doe', company_name: 'Acme', email: 'joe@acme.example' },
    offers: [net30, monthly3].map((plan) => createSessionOffer(plan, total, STARTS_ON)),
    agreement: { version: '2026-04', text: 'You will pay.\n\nOn the dates shown.' },
    selected: null,
    return_urls: {
      success: 'https://shop.example/success',
      close: 'https://shop.example/cart',
      backd_signature: null,
    },
    locale: null,
    appearance: null,
    verification: { state: 'not_needed' },
    decision: 'approved',
    confirmation: null,
    approval: null,
    expires_at: '2026-11-28T00:00:00.000Z',
    ...changes,
  }
}

/** A session whose customer has to verify; `code`: whether one was sent. */
export function createUnverifiedSession(
  code: 'sent' | 'none' = 'sent',
  reason: 'first' | 'other_browser' = 'first',
): CheckoutSession {
  const sent = {
    sent_at: '2026-11-21T16:00:00.000Z',
    resend_at: '2026-11-21T16:00:30.000Z',
    expires_at: '2026-11-21T16:10:00.000Z',
  }
  return createSession({
    buyer: { name: 'Joe Doe', company_name: 'Acme', email: 'j•••@acme.example' },
    verification: {
      state: 'required',
      email: 'j•••@acme.example',
      reason,
      code: code === 'sent' ? sent : null,
    },
    decision: 'pending',
  })
}

/** A session whose customer has chosen `plan`. */
export function createSelectedSession(plan: Plan = monthly3): CheckoutSession {
  const session = createSession({ status: 'terms_selected', offers: [] })
  const offer = createSessionOffer(plan, session.order_total_cents, STARTS_ON)
  return {
    ...session,
    confirmation: { state: 'sent', email: 'j•••@acme.example' },
    selected: {
      offer,
      schedule: offer,
      agreement_version: '2026-04',
      selected_at: '2026-11-21T16:00:00.000Z',
    },
  }
}

/** What a buyer who asked a colleague reads of it. */
export function createApproval(changes: Partial<Approval> = {}): Approval {
  return {
    state: 'pending',
    approver_email: 'mary@acme.example',
    requested_by: 'Joe Doe (Acme)',
    note: 'We need these before the fair.\nCould you approve?',
    reason: null,
    requested_at: '2026-11-21T16:00:00.000Z',
    expires_at: '2026-11-28T16:00:00.000Z',
    decided_at: null,
    ...changes,
  }
}

/** The session of the colleague's own link, verified. */
export function createApproverSession(changes: Partial<CheckoutSession> = {}): CheckoutSession {
  return createSession({
    role: 'approver',
    return_urls: null,
    buyer: { name: 'Joe Doe', company_name: 'Acme', email: 'j•••@acme.example' },
    verification: { state: 'done', email: 'm•••@acme.example' },
    approval: createApproval({ approver_email: 'm•••@acme.example' }),
    ...changes,
  })
}

/** The offer of a plan in a session of `createSession`. */
export const offerOf = (plan: Plan) => createSessionOffer(plan, createSession().order_total_cents, STARTS_ON)
