/** Where a fault goes that must not fail the call it happened in. */
export interface Reporter {
  /** @param what the thing that could not be done, as a sentence without personal data */
  report(error: unknown, what: string): void
}
