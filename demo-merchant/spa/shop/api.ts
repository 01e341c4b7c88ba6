import type { Order } from '@backd/widget'
import type { Payable } from '@backd/widget/react'
import type { FormFault } from '../../server/checkout-form.ts'
import type { CartView, PlacementView, StorefrontView } from '../../server/storefront-view.ts'

/** Our own server, as the storefront calls it. Its prices are the truth: nothing here sends one. */

/** Why the server did not do it, in a sentence for the customer. */
export class ShopError extends Error {
  /** The fields of the form that are wrong. */
  readonly faults: readonly FormFault[]
  constructor(message: string, faults: readonly FormFault[] = []) {
    super(message)
    this.faults = faults
  }
}

export const fetchStorefront = (signal: AbortSignal) => call<StorefrontView>('/api/storefront', { signal })

export const fetchCart = (signal?: AbortSignal) => call<CartView>('/api/cart', signal ? { signal } : {})

/** `qty` more of a product. */
export const addToCart = (sku: string, qty: number) =>
  call<CartView>('/api/cart/add', post({ sku, qty: String(qty) }))

/** Exactly `qty` of a product; 0 takes it out. */
export const setInCart = (sku: string, qty: number) =>
  call<CartView>('/api/cart', post({ sku, qty: String(qty) }))

/**
 * Writes the order down and answers with what BackdPay is opened with: the address of the order that our server made with
 * Backd, or, in the other modes, the Order Object. `form` is the checkout form's fields.
 */
export async function prepareOrder(form: Record<string, string>, signal: AbortSignal): Promise<Payable> {
  const answer = await call<{ order: Order } | { customer_url: string }>('/api/checkout', {
    ...post({ ...form, storefront: 'spa' }),
    signal,
  })
  return 'order' in answer ? answer : { customerUrl: answer.customer_url }
}

/** Tells the server that the customer finished at Backd; it places the order for its own total. May be told again. */
export const reportSuccess = (merchantOrderId: string, backdOrderId: string, signal: AbortSignal) =>
  call<PlacementView>(`/api/orders/${encodeURIComponent(merchantOrderId)}/success`, {
    ...post({ backd_order_id: backdOrderId }),
    signal,
  })

const post = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })

async function call<Answer>(path: string, init: RequestInit): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ShopError('Our shop can’t be reached. Check your connection and try again.')
  }
  const answer = await response.json().catch(() => undefined)
  if (response.ok && answer) return answer as Answer
  throw new ShopError(answer?.message ?? 'Our shop could not do that. Please try again.', answer?.faults)
}

/** What to tell the customer of anything thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ShopError ? error.message : 'Something broke on our side. Please try again.'
}
