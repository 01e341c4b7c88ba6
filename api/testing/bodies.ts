import { errorSchema } from '@backd/contract/api/envelope.ts'
import { seedCreateOrder, seedOrder } from '@backd/contract/examples.ts'
import type { Reply, TestMerchant } from './test-app.ts'

let lastNumber = 0

/** A merchant_order_id that no other test has. */
export function newMerchantOrderId(): string {
  lastNumber += 1
  return `ORDER-${lastNumber}`
}

/** The pages' create_order, under an id of its own. */
export function createOrderBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...seedCreateOrder, merchant_order_id: newMerchantOrderId(), ...changes }
}

/** The pages' Order Object for the browser endpoint, under an id of its own. */
export function checkoutOrderBody(merchant: TestMerchant, changes: Record<string, unknown> = {}) {
  return {
    order: {
      ...seedOrder,
      merchant: { ...seedOrder.merchant, public_api_key: merchant.publicKey },
      merchant_order_id: newMerchantOrderId(),
      ...changes,
    },
  }
}

/** The choice of a session's offer, as the checkout sends it. */
export function choiceOf(session: Reply['body'], planId = 'net-30'): Record<string, unknown> {
  const offer = session.offers.find(({ plan_id }: { plan_id: string }) => plan_id === planId)
  return {
    plan_id: planId,
    starts_on: offer.starts_on,
    total_cents: offer.total_cents,
    agreement_version: session.agreement.version,
    agreed: true,
  }
}

/** Whether a reply is a refusal of this code, whole and in its envelope. */
export function isRefusal(reply: Reply, status: number, code: string): boolean {
  const envelope = errorSchema.strict().safeParse(reply.body)
  return (
    envelope.success &&
    reply.status === status &&
    envelope.data.status.code === status &&
    envelope.data.status.type === code &&
    envelope.data.message.length > 10
  )
}
