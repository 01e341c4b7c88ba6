/** Under an Idempotency-Key: an answer of which the transaction knows a part only. */
export interface LaterAnswer {
  /** To be said before the transaction: who asks again is told to wait, until `complete` or for so long. */
  promise(withinMs: number): void
  /** Puts the whole answer in place of the part. */
  complete(data: unknown): Promise<void>
}
