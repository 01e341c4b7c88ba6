import type { Confirmation } from '@backd/contract/session.ts'
import type { OrderEvent } from '../domain/order.ts'
import { buyerEmailOf, holderOf, type OpenedLink } from '../domain/verification.ts'
import { type NotifyPorts, notifyCustomer } from './notify-customer.ts'
import type { WriteTermsMail } from './ports/notices.ts'

/** What marks each of these mails among the notices in an order's history. */
type Notice = 'confirmation' | 'approval_approved'

type ConfirmPorts = NotifyPorts & { writeTermsMail: WriteTermsMail }

/**
 * Mails whoever agreed what they agreed to and, when that was a colleague in the buyer's place, the buyer as well.
 * @returns false when no mail server took the one for the holder of this link, or no address is known
 */
export async function confirmByMail(ports: ConfirmPorts, opened: OpenedLink): Promise<boolean> {
  const { order } = opened
  const agreedBy = order.acceptance?.agreedBy
  if (agreedBy === undefined) return await mail(ports, opened, 'confirmation', buyerEmailOf(order))
  const [isConfirmed] = await Promise.all([
    mail(ports, opened, 'confirmation', agreedBy),
    mail(ports, opened, 'approval_approved', buyerEmailOf(order)),
  ])
  return isConfirmed
}

async function mail(
  ports: ConfirmPorts,
  { order, merchant }: OpenedLink,
  notice: Notice,
  to: string | undefined,
): Promise<boolean> {
  const { acceptance } = order
  if (to === undefined || !acceptance) return false
  return await notifyCustomer(ports, merchant, order, { notice }, () =>
    ports.writeTermsMail({
      to,
      merchantName: merchant.name,
      merchantOrderId: order.merchantOrderId,
      backdOrderId: order.backdOrderId,
      offer: acceptance.offer,
      agreementVersion: acceptance.agreementVersion,
      approvedBy: notice === 'approval_approved' ? acceptance.agreedBy : undefined,
    }),
  )
}

/**
 * What the history says of the confirmation for the holder of a link; undefined when no address is known, or somebody
 * else agreed. A process that died on the way leaves it `sending`.
 */
export function confirmationOf(opened: OpenedLink, events: readonly OrderEvent[]): Confirmation | undefined {
  const { role, email } = holderOf(opened)
  const isByColleague = opened.order.acceptance?.agreedBy !== undefined
  if (email === undefined || (role === 'approver' && opened.approval?.state !== 'approved')) return undefined
  const notice: Notice = role === 'buyer' && isByColleague ? 'approval_approved' : 'confirmation'
  const told = events.find(({ type, data }) => type in outcomes && data['notice'] === notice)
  return { state: told ? outcomes[told.type as keyof typeof outcomes] : 'sending', email }
}

const outcomes = { customer_notified: 'sent', customer_not_notified: 'failed' } as const
