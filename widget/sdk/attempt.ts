import type { CloseData, ErrorData, Order, OrderData, WidgetOptions } from './types.ts'

/**
 * What the checkout is to know of the options, as it crosses the wire: an order, of which alone anything is judged here,
 * or the token of a customerUrl.
 */
export type Opening = Pick<WidgetOptions, 'locale' | 'appearance'> & { order: Order; token?: string }

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

/**
 * The ending of one call of initializeWidget.
 * @param controller aborted when it ends
 * @param signal its own. Whatever the call holds (listeners, timers, dialog, port) is released by this alone.
 */
export const createEnd =
  (controller: AbortController, signal: AbortSignal, callbacks: Callbacks | undefined): End =>
  (name, data, unheard) => {
    if (signal.aborted) return
    controller.abort()
    if (name === 'onFail') console.error('BackdPay', data)
    // In a task of its own: a callback that throws is reported by the browser and breaks nothing, a page that is being
    // left calls nobody, and one that comes back from the back/forward cache hears then.
    setTimeout(() => (callbacks?.[name as keyof Callbacks] ?? unheard)?.(data as never))
  }

/** Ends with onFail. */
export const fail = (end: End, code: ErrorData['code'], message: string, unheard?: () => void) =>
  // Of all codes FRAME_UNREACHABLE, NETWORK_ERROR and SERVICE_ERROR may pass by themselves.
  end('onFail', { message, code, recoverable: /REACH|_ERR/.test(code) }, unheard)
