import type { Presentation } from '@backd/contract/presentation.ts'
import type { CheckoutBoot } from '@backd/contract/session.ts'
import { isRegistered, originNotAllowed } from '../../domain/origins.ts'

/** What the modal's document needs to know of a merchant. */
export interface FrameMerchant {
  /** The web origins whose pages may open the checkout. */
  origins: readonly string[]
}

type RefusedBoot = Extract<CheckoutBoot, { kind: 'refused' }>
type DeadLinkBoot = Extract<CheckoutBoot, { kind: 'dead_link' }>

/**
 * Why the modal's document can't be used where it was asked for; undefined when it may, or when only the browser can
 * tell (no Referer: frame-ancestors judges). The sentences are for the developer who sees them in the frame.
 * @param key the address's `key`, whatever it is
 */
export function judgeFrame(
  key: unknown,
  merchant: FrameMerchant | undefined,
  referer: string | undefined,
): RefusedBoot | undefined {
  if (!merchant) return { kind: 'refused', code: 'unauthorized', message: unknownKey(key) }
  const origin = originOf(referer)
  if (origin === undefined || isRegistered(origin, merchant.origins)) return undefined
  return { kind: 'refused', code: 'origin_not_allowed', message: originNotAllowed(origin).message }
}

function unknownKey(key: unknown): string {
  const where = 'order.merchant.public_api_key'
  if (typeof key !== 'string' || key === '') return `The page gave no public key; set ${where}.`
  const shown = [...key].length > 64 ? `${[...key].slice(0, 64).join('')}…` : key
  return `No merchant has the public key "${shown}"; check ${where}. Sandbox and production have keys of their own.`
}

function originOf(referer: string | undefined): string | undefined {
  const origin = referer === undefined ? undefined : URL.parse(referer)?.origin
  return origin === 'null' ? undefined : origin
}

const deadLinkMessages: Record<DeadLinkBoot['code'], string> = {
  checkout_expired:
    'This checkout link has expired. Go back to the shop to start again, or ask it for a new link.',
  approval_withdrawn:
    'Whoever asked you to approve this order has taken it back. There is nothing for you to do.',
  approval_expired: 'The time to approve this order is over. Ask whoever sent it to you to ask again.',
  not_found:
    'This checkout link leads to no order. Open it again from the shop or from your mail, as a whole.',
}

/**
 * A link that can't go on.
 * @param closeUrl where the customer may return to, when the order is known
 * @param presentation the link's, when it is known
 */
export function deadLink(
  code: DeadLinkBoot['code'],
  closeUrl: string | null,
  presentation?: Presentation,
): DeadLinkBoot {
  const boot = { kind: 'dead_link', code, message: deadLinkMessages[code], close_url: closeUrl } as const
  return presentation ? { ...boot, presentation } : boot
}
