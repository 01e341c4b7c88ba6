import { vi } from 'vitest'

/**
 * How long a test waits for what has to come, in place of one second: a machine that stands still for seconds is no defect
 * of what is tested. Whoever waits gets the answer as soon as it is there, so this costs time only where a test fails.
 */
const PATIENCE_MS = 15_000

const { waitFor } = vi
vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === 'number' ? options : { timeout: PATIENCE_MS, ...options })

// Preact's library brings a copy of the other, with a patience of its own.
if (typeof document !== 'undefined') {
  for (const { configure } of [
    await import('@testing-library/dom'),
    await import('@testing-library/preact'),
  ]) {
    configure({ asyncUtilTimeout: PATIENCE_MS })
  }
}
