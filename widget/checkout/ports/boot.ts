import type { Presentation } from '@backd/contract/presentation.ts'
import type { CheckoutBoot } from '@backd/contract/session.ts'
import { readableSession } from './readable.ts'

/**
 * What the API wrote into the document (contract/session.ts). Never throws: a document without it is our own broken
 * build, and the modal's silence then ends calmly.
 */
export function readBoot(document: Document): CheckoutBoot {
  const text = document.getElementById('backd-boot')?.textContent
  if (!text) return { kind: 'modal' }
  const boot = JSON.parse(text) as CheckoutBoot
  return boot.kind === 'page' ? { ...boot, session: readableSession(boot.session) } : boot
}

/** How the page's link is to be shown; null in the modal, whose host says so later, and where no link is known. */
export function presentationOf(boot: CheckoutBoot): Presentation | null {
  if (boot.kind === 'page') return boot.session
  return (boot.kind === 'dead_link' && boot.presentation) || null
}

/** The token of `/checkout/<token>` and of `/checkout/<public key>/<token>`, which ends the address. */
export function readToken(pathname: string): string {
  return pathname.split('/').pop() as string
}
