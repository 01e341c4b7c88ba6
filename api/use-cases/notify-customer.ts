import type { Merchant } from '../domain/merchant.ts'
import type { Order } from '../domain/order.ts'
import type { Clock } from './ports/clock.ts'
import type { Mail, Mailer } from './ports/mailer.ts'
import type { Reporter } from './ports/reporter.ts'
import type { Store } from './ports/store.ts'

export interface NotifyPorts {
  store: Pick<Store, 'orders'>
  clock: Clock
  mailer: Mailer
  reporter: Reporter
}

/** What came of a mail. */
export interface Notified {
  /** Whether it was taken. */
  isSent: boolean
  /** Whether the order's history says the same. */
  isRecorded: boolean
}

/**
 * Mails a customer, after what they are told of was stored. Never rejects: an order does not fail because a mail does.
 * @param data what the order's history keeps of it, without personal data
 */
export async function notifyCustomer(
  ports: NotifyPorts,
  merchant: Merchant,
  order: Order,
  data: Record<string, unknown>,
  write: () => Mail,
): Promise<Notified> {
  let isSent = false
  try {
    isSent = (await ports.mailer.send(write())) === 'taken'
  } catch (error) {
    ports.reporter.report(error, `The customer of ${order.backdOrderId} could not be notified.`)
  }
  return { isSent, isRecorded: await recordNotice(ports, merchant, order, data, isSent) }
}

/** @returns false, reported, when it could not be written down */
export async function recordNotice(
  ports: Omit<NotifyPorts, 'mailer'>,
  merchant: Merchant,
  order: Order,
  data: Record<string, unknown>,
  isSent: boolean,
): Promise<boolean> {
  try {
    await ports.store.orders.addEvent({
      backdOrderId: order.backdOrderId,
      actor: 'backd',
      type: isSent ? 'customer_notified' : 'customer_not_notified',
      from: order.status,
      to: order.status,
      data,
      at: ports.clock.now(merchant),
    })
    return true
  } catch (error) {
    ports.reporter.report(error, `The notice for ${order.backdOrderId} could not be recorded.`)
    return false
  }
}
