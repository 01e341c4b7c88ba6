import type { CheckoutLink } from '../../domain/order.ts'
import type { SentCode } from '../../domain/verification.ts'

export interface NewCode extends Omit<SentCode, 'id' | 'tries'> {
  tokenHash: Uint8Array
  /** SHA-256 of the address in lower case. */
  addressHash: Uint8Array
  /** By the machine's clock. */
  createdAt: Date
}

export interface MailAttempt {
  /** By the machine's clock. */
  at: Date
  /** Whether no mail server was there to take it. */
  isFailed: boolean
}

/** The codes of checkout links, and which links were verified by one. */
export interface CodeRepository {
  /** The link as it is when no other call can change it, which none can until this transaction ends. */
  holdLink(tokenHash: Uint8Array): Promise<CheckoutLink | undefined>
  verifyLink(tokenHash: Uint8Array, verified: NonNullable<CheckoutLink['verified']>): Promise<void>
  /** The last code of a link that was not refused. */
  last(tokenHash: Uint8Array): Promise<SentCode | undefined>
  /** When an address was to be sent codes, or requests to approve, since an instant; oldest first. */
  mailedSince(addressHash: Uint8Array, since: Date): Promise<MailAttempt[]>
  /** Keeps a code, and forgets those of its address that are older than `forgetBefore`. @returns its id */
  add(code: NewCode, forgetBefore: Date): Promise<number>
  /** Deletes codes that were sent before an instant, at most `limit` of them. @returns how many */
  forget(before: Date, limit: number): Promise<number>
  /** @param tries how many have been used by now; all of them, when the code is not to be entered again */
  setTries(id: number, tries: number): Promise<void>
  /**
   * No mail server took it: it was never sent.
   * @param failedAt where that was no fault of the address, which it then does not count for
   */
  refuse(id: number, failedAt: Date | undefined): Promise<void>
}
