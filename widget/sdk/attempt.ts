import type { CloseData, ErrorData, OrderData } from './types.ts'

/** How one call of initializeWidget may end. */
export interface Callbacks {
  onSuccess?: ((data: OrderData) => void) | undefined
  onClose?: ((data: CloseData) => void) | undefined
  onFail?: ((data: ErrorData) => void) | undefined
}

/** Why nothing can go on, as onFail hears it. */
export type Fault = [code: ErrorData['code'], message: string]

/**
 * Releases everything, then calls back. Only the first ending counts; without arguments nobody is called.
 * @param unheard what happens in place of a callback that was not given
 */
export type End = <Name extends keyof Callbacks>(
  name?: Name,
  data?: Parameters<NonNullable<Callbacks[Name]>>[0],
  unheard?: () => void,
) => void

/** One call of initializeWidget, from the click to its one ending. */
export interface Attempt {
  /** Aborted when the attempt ends. Whatever it holds (listeners, timers, dialog, port) is released by this alone. */
  readonly signal: AbortSignal
  readonly end: End
}

export function createAttempt(callbacks: Callbacks | undefined): Attempt {
  const controller = new AbortController()
  const { signal } = controller
  return {
    signal,
    end(name, data, unheard) {
      if (signal.aborted) return
      controller.abort()
      if (name === 'onFail') console.error('BackdPay', data)
      // In a task of its own: a callback that throws is reported by the browser and breaks nothing, a page that is being
      // left calls nobody, and one that comes back from the back/forward cache hears then.
      setTimeout(() => (callbacks?.[name as keyof Callbacks] ?? unheard)?.(data as never))
    },
  }
}

/** Ends with onFail. */
export const fail = (end: End, code: ErrorData['code'], message: string, unheard?: () => void) =>
  // Of all codes FRAME_UNREACHABLE, NETWORK_ERROR and SERVICE_ERROR may pass by themselves.
  end('onFail', { message, code, recoverable: /REACH|_ERR/.test(code) }, unheard)
