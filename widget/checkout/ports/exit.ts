import type { CheckoutMessage } from '@backd/contract/frame/messages.ts'
import type { CheckoutBoot } from '@backd/contract/session.ts'
import { isCustomerUrl } from '@backd/contract/url.ts'
import type { Outcome } from '../flow/state.ts'
import type { HostPort } from './host.ts'
import { addParameters } from './return-url.ts'

/** The way out: to the merchant's page around the modal, or back to the merchant's site. */
export interface Exit {
  /** Which endings lead somewhere; a screen offers no button for one that does not. */
  leads: Record<'success' | 'close', 'somewhere' | 'nowhere'>
  /** Tells the merchant how it ended. `message` goes with closed and failed. */
  leave(outcome: Outcome, message: string): void
}

/** The modal's: one terminal message over the port. */
export function createModalExit(host: HostPort): Exit {
  const way = host.surroundings === 'framed' ? 'somewhere' : 'nowhere'
  return {
    leads: { success: way, close: way },
    leave(outcome, message) {
      if (outcome.kind === 'completed') {
        const { backd_order_id, merchant_order_id } = outcome
        return host.post({ type: 'onSuccess', backd_order_id, merchant_order_id })
      }
      const { kind, ...why } = outcome
      host.post({ type: kind === 'closed' ? 'onClose' : 'onFail', ...why, message } as CheckoutMessage)
    },
  }
}

/**
 * The redirect page's: navigates with the parameters of CONTRACT section 1 (`code` is ours, added).
 * A return URL that breaks the rules of contract/url.ts leads nowhere: the customer then stays and reads.
 */
export function createPageExit(boot: CheckoutBoot, navigate: (url: string) => void): Exit {
  const { success, close } = returnUrls(boot)
  const judge = (url: string | null | undefined) => (url && isCustomerUrl(url) ? 'somewhere' : 'nowhere')
  const go = (url: string | null | undefined, parameters: Record<string, string>) => {
    const target = url && addParameters(url, parameters)
    if (target) navigate(target)
  }
  return {
    leads: { success: judge(success), close: judge(close) },
    leave(outcome, message) {
      if (outcome.kind === 'completed') {
        // Who has finished on a page has a signature: the session's return_urls bring it.
        const { kind: _, ...parameters } = outcome
        return go(success, parameters as Record<string, string>)
      }
      go(close, { message, code: outcome.code })
    },
  }
}

function returnUrls(boot: CheckoutBoot): { success?: string; close?: string | null } {
  if (boot.kind === 'page') return boot.session.return_urls ?? {}
  return boot.kind === 'dead_link' ? { close: boot.close_url } : {}
}
