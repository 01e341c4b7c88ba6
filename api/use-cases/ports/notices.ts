import type { Offer } from '@backd/contract/plans.ts'
import type { Mail } from './mailer.ts'

/** What a customer is told with their order link. */
export interface OrderLinkNotice {
  to: string
  merchantName: string
  merchantOrderId: string
  orderTotalCents: number
  customerUrl: string
  expiresAt: Date
}

export type WriteOrderLinkMail = (notice: OrderLinkNotice) => Mail

/** What the holder of a checkout link is sent to show that the customer's address is theirs. */
export interface CodeNotice {
  to: string
  code: string
  merchantName: string
  orderTotalCents: number
}

export type WriteCodeMail = (notice: CodeNotice) => Mail

/** What a customer has agreed to. */
export interface TermsNotice {
  to: string
  merchantName: string
  merchantOrderId: string
  backdOrderId: string
  offer: Offer
  agreementVersion: string
}

export type WriteTermsMail = (notice: TermsNotice) => Mail
