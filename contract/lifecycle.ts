/**
 * The life of an order as data: CONTRACT section 3, cell by cell. Free of zod and of effects.
 * A call that is judged here still has to win its compare-and-set in the database.
 */

export const orderStatuses = [
  'order_created',
  'terms_selected',
  'order_placed',
  'order_confirmed',
  'refund',
  'order_cancelled',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** A status from which no call leads to another. */
export const terminalStatuses = ['refund', 'order_cancelled'] as const satisfies readonly OrderStatus[]

export const orderCalls = [
  'select_terms',
  'order_placed',
  'update_order',
  'confirm_order',
  'cancel_order',
  'refund',
  'delete_refund',
] as const
export type OrderCall = (typeof orderCalls)[number]

/** The 409 codes of section 3. */
export const lifecycleErrorCodes = [
  'terms_not_selected',
  'terms_already_selected',
  'order_not_placed',
  'order_not_confirmed',
  'order_already_confirmed',
  'merchant_order_id_conflict',
  'already_refunded',
  'order_cancelled',
] as const
export type LifecycleErrorCode = (typeof lifecycleErrorCodes)[number]

/**
 * One cell of the table.
 * - `move`: allowed; the order goes to `to` (the same status for calls that change the order, not its status).
 * - `replay`: answered as before, with no second event.
 * - `replay_if_same`: a replay when the call says what the order already has, else refused with `code`.
 * - `refuse`: 409 with `code`.
 */
export type Verdict =
  | { kind: 'move'; to: OrderStatus }
  | { kind: 'replay' }
  | { kind: 'replay_if_same'; code: LifecycleErrorCode }
  | { kind: 'refuse'; code: LifecycleErrorCode }

const move = (to: OrderStatus): Verdict => ({ kind: 'move', to })
const replay: Verdict = { kind: 'replay' }
const replayIfSame = (code: LifecycleErrorCode): Verdict => ({
  kind: 'replay_if_same',
  code,
})
const refuse = (code: LifecycleErrorCode): Verdict => ({
  kind: 'refuse',
  code,
})

/** Section 3's table: for each call, what it does in each status. */
export const lifecycle = {
  select_terms: {
    order_created: move('terms_selected'),
    terms_selected: replayIfSame('terms_already_selected'),
    order_placed: refuse('terms_already_selected'),
    order_confirmed: refuse('terms_already_selected'),
    refund: refuse('terms_already_selected'),
    order_cancelled: refuse('order_cancelled'),
  },
  order_placed: {
    order_created: refuse('terms_not_selected'),
    terms_selected: move('order_placed'),
    order_placed: replayIfSame('merchant_order_id_conflict'),
    order_confirmed: refuse('order_already_confirmed'),
    refund: refuse('order_already_confirmed'),
    order_cancelled: refuse('order_cancelled'),
  },
  update_order: {
    order_created: refuse('order_not_placed'),
    terms_selected: refuse('order_not_placed'),
    order_placed: move('order_placed'),
    order_confirmed: refuse('order_already_confirmed'),
    refund: refuse('order_already_confirmed'),
    order_cancelled: refuse('order_cancelled'),
  },
  confirm_order: {
    order_created: refuse('order_not_placed'),
    terms_selected: refuse('order_not_placed'),
    order_placed: move('order_confirmed'),
    order_confirmed: replay,
    refund: refuse('order_already_confirmed'),
    order_cancelled: refuse('order_cancelled'),
  },
  cancel_order: {
    order_created: refuse('order_not_placed'),
    terms_selected: refuse('order_not_placed'),
    order_placed: move('order_cancelled'),
    order_confirmed: refuse('order_already_confirmed'),
    refund: refuse('order_already_confirmed'),
    order_cancelled: replay,
  },
  refund: {
    order_created: refuse('order_not_confirmed'),
    terms_selected: refuse('order_not_confirmed'),
    order_placed: refuse('order_not_confirmed'),
    order_confirmed: move('order_confirmed'),
    refund: refuse('already_refunded'),
    order_cancelled: refuse('order_cancelled'),
  },
  delete_refund: {
    order_created: refuse('order_not_confirmed'),
    terms_selected: refuse('order_not_confirmed'),
    order_placed: refuse('order_not_confirmed'),
    order_confirmed: move('order_confirmed'),
    refund: refuse('already_refunded'),
    order_cancelled: refuse('order_cancelled'),
  },
} as const satisfies Record<OrderCall, Record<OrderStatus, Verdict>>

/**
 * The one change no call makes: when settled refunds reach order_total, Backd itself moves the order
 * (CONTRACT section 2, Refunds).
 */
export const settlement = {
  from: 'order_confirmed',
  to: 'refund',
} as const satisfies {
  from: OrderStatus
  to: OrderStatus
}

/** What `call` does to an order in `status`. */
export function judge(call: OrderCall, status: OrderStatus): Verdict {
  return lifecycle[call][status]
}

/** Where an order in `status` can go next, by any call or by settlement. */
export function nextStatuses(status: OrderStatus): OrderStatus[] {
  const targets = new Set<OrderStatus>()
  for (const call of orderCalls) {
    const verdict: Verdict = lifecycle[call][status]
    if (verdict.kind === 'move' && verdict.to !== status) targets.add(verdict.to)
  }
  if (status === settlement.from) targets.add(settlement.to)
  return [...targets]
}
