import type { Language } from '@backd/contract/locale.ts'
import type { Offer } from '@backd/contract/plans.ts'
import type { Mail } from './mailer.ts'

/** Whom a mail is for. */
export interface Addressee {
  to: string
  /** The language of the checkout that the mail is about, as far as its reader's is known. */
  language: Language
}

/** What a customer is told with their order link. */
export interface OrderLinkNotice extends Addressee {
  merchantName: string
  merchantOrderId: string
  orderTotalCents: number
  customerUrl: string
  expiresAt: Date
}

export type WriteOrderLinkMail = (notice: OrderLinkNotice) => Mail

/** What the holder of a checkout link is sent to show that the customer's address is theirs. */
export interface CodeNotice extends Addressee {
  code: string
  merchantName: string
  orderTotalCents: number
}

export type WriteCodeMail = (notice: CodeNotice) => Mail

/** What a customer has agreed to. */
export interface TermsNotice extends Addressee {
  merchantName: string
  merchantOrderId: string
  backdOrderId: string
  offer: Offer
  agreementVersion: string
  /** The colleague who agreed, when it is the buyer who is told; undefined for whoever agreed. */
  approvedBy?: string | undefined
}

export type WriteTermsMail = (notice: TermsNotice) => Mail

/** What a colleague is told who is asked to choose in the buyer's place. */
export interface ApprovalNotice extends Addressee {
  /** undefined when no name and no address of the buyer is known. */
  requestedBy: string | undefined
  /** The buyer's own words, with line breaks. */
  note: string | undefined
  merchantName: string
  merchantOrderId: string
  orderTotalCents: number
  approvalUrl: string
  expiresAt: Date
}

export type WriteApprovalMail = (notice: ApprovalNotice) => Mail

/** What the buyer is told when the colleague declined. */
export interface DeclinedNotice extends Addressee {
  declinedBy: string
  /** The colleague's own words, with line breaks. */
  reason: string | undefined
  merchantName: string
  merchantOrderId: string
  orderTotalCents: number
}

export type WriteDeclinedMail = (notice: DeclinedNotice) => Mail
