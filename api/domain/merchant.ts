import type { Plan } from '@backd/contract/plans.ts'

/** A merchant as everything but authentication sees it: its secret's hash never leaves the repository's credentials. */
export interface Merchant {
  id: string
  publicKey: string
  /** What the customer reads. */
  name: string
  /** The web origins whose pages may open the checkout, each exactly as a browser serialises it. */
  origins: string[]
  plans: Plan[]
  /** The largest order_total, in cents (CONTRACT section 5). */
  orderLimitCents: number
  /** How far, in percent of what the customer accepted, update_order may raise the total (CONTRACT section 5). */
  increaseLimitPercent: number
  /** Whether a customer has to enter a code from their mail before they select terms. */
  verifyCustomer: boolean
  /** How far the merchant has put its sandbox's time forward, in ms; 0 or more, and not heeded in production. */
  clockOffsetMs: number
}

/** A merchant to be made; it begins with the time that it is. */
export type NewMerchant = Omit<Merchant, 'id' | 'clockOffsetMs'>
