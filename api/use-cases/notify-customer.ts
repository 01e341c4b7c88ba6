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

/**
 * Mails a customer, after what they are told of was stored. Never rejects: an order does not fail because a mail does.
 * @param data what the order's history keeps of it, without personal data
 * @returns whether the mail was taken; the history says the same
 */
export async function notifyCustomer(
  ports: NotifyPorts,
  merchant: Merchant,
  order: Order,
  data: Record<string, unknown>,
  write: () => Mail,
): Promise<boolean> {
  let sent = false
  try {
    sent = (await ports.mailer.send(write())) === 'taken'
  } catch (error) {
    ports.reporter.report(error, `The customer of ${order.backdOrderId} could not be notified.`)
  }
  await record(ports, merchant, order, data, sent)
  return sent
}

async function record(
  ports: NotifyPorts,
  merchant: Merchant,
  order: Order,
  data: Record<string, unknown>,
  sent: boolean,
): Promise<void> {
  try {
    await ports.store.orders.addEvent({
      backdOrderId: order.backdOrderId,
      actor: 'backd',
      type: sent ? 'customer_notified' : 'customer_not_notified',
      from: order.status,
      to: order.status,
      data,
      at: ports.clock.now(merchant),
    })
  } catch (error) {
    ports.reporter.report(error, `The notice for ${order.backdOrderId} could not be recorded.`)
  }
}
