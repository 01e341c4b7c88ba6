import type { OrderEvent } from '../domain/order.ts'
import { holderOf } from '../domain/verification.ts'
import type { OpenedLink } from './checkout-links.ts'
import { type NotifyPorts, notifyCustomer } from './notify-customer.ts'
import type { WriteTermsMail } from './ports/notices.ts'

/** What marks the confirmation among the notices in an order's history. */
const CONFIRMATION = { notice: 'confirmation' } as const

/**
 * Mails whoever agreed what they agreed to.
 * @returns false when no mail server took it, or no address is known
 */
export async function confirmByMail(
  ports: NotifyPorts & { writeTermsMail: WriteTermsMail },
  { order, merchant }: OpenedLink,
): Promise<boolean> {
  const { email } = holderOf(order)
  const { acceptance } = order
  if (email === undefined || !acceptance) return false
  return await notifyCustomer(ports, merchant, order, CONFIRMATION, () =>
    ports.writeTermsMail({
      to: email,
      merchantName: merchant.name,
      merchantOrderId: order.merchantOrderId,
      backdOrderId: order.backdOrderId,
      offer: acceptance.offer,
      agreementVersion: acceptance.agreementVersion,
    }),
  )
}

/** Whether an order's history says that its confirmation could not be sent. */
export function isConfirmationLost(events: readonly OrderEvent[]): boolean {
  return events.some(
    ({ type, data }) => type === 'customer_not_notified' && data['notice'] === CONFIRMATION.notice,
  )
}
