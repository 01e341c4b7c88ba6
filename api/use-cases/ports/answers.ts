/** An answer that is kept for whoever sends the same key again. */
export interface KeptAnswer {
  /** SHA-256 of what the key belongs to: merchant, method, path and the key itself. */
  callId: Uint8Array
  /** SHA-256 of the body it was given for. */
  bodyDigest: string
  /** The answer, sealed: it may hold a checkout link and personal data. */
  sealed: Uint8Array
  createdAt: Date
}

export interface AnswerRepository {
  /** Keeps others of the same call out until this transaction ends; false when another is in it. */
  tryLock(callId: Uint8Array): Promise<boolean>
  /** The answer, unless it is older than `since`. */
  find(callId: Uint8Array, since: Date): Promise<KeptAnswer | undefined>
  /** Keeps an answer, in place of one that is too old to be found. Only who has the lock knows that none is. */
  keep(answer: KeptAnswer): Promise<void>
  /** Deletes answers of this time and before, the oldest first, at most so many. @returns how many */
  forget(until: Date, limit: number): Promise<number>
  /** Puts another answer in place of the one that is kept. */
  amend(callId: Uint8Array, sealed: Uint8Array): Promise<void>
}
