/** The time, asked for wherever it matters, so that tests and the sandbox can set it. */
export interface Clock {
  now(): Date
}
