/** Terms that were selected, and of whose confirmation nothing is written down yet. */
export interface OpenConfirmation {
  backdOrderId: string
  /** By the machine's clock: from when on whoever had it in hand counts as dead. */
  dueAt: Date
}

export interface ConfirmationRepository {
  /** Keeps one as open, in the transaction that selects the terms. */
  add(confirmation: OpenConfirmation): Promise<void>
  /** Those that are due, the longest first. @param after the last one of the page before */
  findDue(now: Date, limit: number, after?: OpenConfirmation): Promise<OpenConfirmation[]>
  /**
   * Takes one in hand until an instant; of several calls at once one gets it.
   * @returns how often it was taken in hand, this time included; undefined when another was quicker
   */
  take(read: OpenConfirmation, until: Date): Promise<number | undefined>
  /** What came of it is written down. */
  remove(backdOrderId: string): Promise<void>
}
