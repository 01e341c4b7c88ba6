import type { CheckoutBoot } from '@backd/contract/session.ts'

/**
 * What the API wrote into the document (contract/session.ts). Never throws: a document without it is our own broken
 * build, and the modal's silence then ends calmly.
 */
export function readBoot(document: Document): CheckoutBoot {
  const text = document.getElementById('backd-boot')?.textContent
  return text ? (JSON.parse(text) as CheckoutBoot) : { kind: 'modal' }
}

/** The token of `/checkout/<token>`; empty for the modal's own document. */
export function readToken(pathname: string): string {
  return /^\/checkout\/([^/]+)\/?$/.exec(pathname)?.[1] ?? ''
}
