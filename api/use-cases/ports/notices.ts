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
