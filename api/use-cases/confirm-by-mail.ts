import type { Confirmation } from '@backd/contract/session.ts'
import type { Order, OrderEvent } from '../domain/order.ts'
import { buyerEmailOf, holderOf, type OpenedLink } from '../domain/verification.ts'
import { type NotifyPorts, notifyCustomer } from './notify-customer.ts'
import type { WriteTermsMail } from './ports/notices.ts'
import type { Store } from './ports/store.ts'

/** What marks each of these mails among the notices in an order's history. */
export type Notice = 'confirmation' | 'approval_approved'

/** Terms that were selected; `approval`: the request that led to it, if it did. */
export type Agreed = Pick<OpenedLink, 'order' | 'merchant' | 'approval'>

export type ConfirmPorts = NotifyPorts & {
  store: Pick<Store, 'orders' | 'confirmations'>
  writeTermsMail: WriteTermsMail
}

/** The mails that tell of selected terms: to whoever agreed and, when that was a colleague, to the buyer as well. */
export function noticesOf({ acceptance, ...order }: Order): { notice: Notice; to: string }[] {
  const buyer = buyerEmailOf(order)
  const agreedBy = acceptance?.agreedBy
  const notices = [
    { notice: 'confirmation', to: agreedBy ?? buyer },
    { notice: 'approval_approved', to: agreedBy === undefined ? undefined : buyer },
  ] as const
  return notices.flatMap(({ notice, to }) => (to === undefined ? [] : { notice, to }))
}

/**
 * Sends these of an order's mails, and writes down what came of each; once that is done, the confirmation is no longer open.
 * @returns whether a mail server took the first
 */
export async function confirmByMail(
  ports: ConfirmPorts,
  agreed: Agreed,
  notices = noticesOf(agreed.order),
): Promise<boolean> {
  const told = await Promise.all(notices.map((notice) => mail(ports, agreed, notice)))
  if (told.every(({ isRecorded }) => isRecorded)) await closeConfirmation(ports, agreed.order)
  return told[0]?.isSent ?? false
}

/** Never rejects: one that stays open is looked at again. */
export async function closeConfirmation(
  { store, reporter }: Pick<ConfirmPorts, 'store' | 'reporter'>,
  { backdOrderId }: Order,
): Promise<void> {
  try {
    await store.confirmations.remove(backdOrderId)
  } catch (error) {
    reporter.report(error, `The confirmation of ${backdOrderId} could not be closed.`)
  }
}

async function mail(
  ports: ConfirmPorts,
  { order, merchant, approval }: Agreed,
  { notice, to }: { notice: Notice; to: string },
) {
  return await notifyCustomer(ports, merchant, order, { notice }, () => {
    const { acceptance } = order
    if (!acceptance) throw new Error('no terms were selected')
    const isForBuyer = notice === 'approval_approved'
    return ports.writeTermsMail({
      to,
      language: (isForBuyer && approval?.language) || acceptance.language,
      merchantName: merchant.name,
      merchantOrderId: order.merchantOrderId,
      backdOrderId: order.backdOrderId,
      offer: acceptance.offer,
      agreementVersion: acceptance.agreementVersion,
      approvedBy: isForBuyer ? acceptance.agreedBy : undefined,
    })
  })
}

/** What an order's history says of one of its mails; undefined while nothing is written down. */
export function toldOf(events: readonly OrderEvent[], notice: Notice): 'sent' | 'failed' | undefined {
  const told = events.find(({ type, data }) => type in outcomes && data['notice'] === notice)
  return told && outcomes[told.type as keyof typeof outcomes]
}

/**
 * What the history says of the confirmation for the holder of a link; undefined when no address is known, somebody else
 * agreed, or the order was cancelled before. When a process dies on the way it is `sending` until a job has seen to it (confirm-again.ts).
 */
export function confirmationOf(opened: OpenedLink, events: readonly OrderEvent[]): Confirmation | undefined {
  const { role, email } = holderOf(opened)
  const isByColleague = opened.order.acceptance?.agreedBy !== undefined
  if (email === undefined || (role === 'approver' && opened.approval?.state !== 'approved')) return undefined
  const notice: Notice = role === 'buyer' && isByColleague ? 'approval_approved' : 'confirmation'
  const told = toldOf(events, notice)
  if (told === undefined && opened.order.status === 'order_cancelled') return undefined
  return { state: told ?? 'sending', email }
}

const outcomes = { customer_notified: 'sent', customer_not_notified: 'failed' } as const
