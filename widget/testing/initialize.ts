/** A merchant's page that calls the SDK; its tests mock what the call opens. */

import { seedOrder } from '@backd/contract/examples.ts'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Look } from '../sdk/attempt.ts'
import { initialize } from '../sdk/initialize.ts'
import { createModal } from '../sdk/modal/modal.ts'
import { openRedirect } from '../sdk/redirect/redirect.ts'
import type { WidgetHandle, WidgetOptions } from '../sdk/types.ts'
import { createCallbacks } from './callbacks.ts'

export const origin = 'https://checkout.example'
export const { calls, callbacks } = createCallbacks()
let handle: WidgetHandle | undefined

/** Calls it as a merchant's page does, types or not. */
export function call(options: unknown, backd = origin, look?: Look): WidgetHandle {
  handle = initialize(options as WidgetOptions, backd, look)
  return handle
}
export const createOptions = (more: object = {}) => ({
  order: seedOrder,
  ...callbacks,
  ...more,
})

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  handle?.close()
  // What was only preloaded.
  dispatchEvent(new Event('pagehide'))
  vi.runAllTimers()
  vi.useRealTimers()
  vi.mocked(createModal).mockReset()
  vi.mocked(openRedirect).mockReset()
  vi.restoreAllMocks()
  calls.length = 0
})

/** What the modal was made with last. */
export function opened() {
  const [attempt, src, opening, callbacks] = vi.mocked(createModal).mock.lastCall ?? []
  return { attempt, src, opening, callbacks }
}
/** Whether that attempt is still open. */
export const isOpen = () => Boolean(opened().attempt?.callbacks)
