import type {
  CloseData,
  DiagnoseOptions,
  ErrorData,
  Finding,
  Order,
  OrderData,
  WidgetOptions,
} from './types.ts'

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

/** Loads what looks for the cause (ADR 0031). `failure` is given when nobody asked: of what is no fault of the page's it says nothing. */
export type Look = (options?: DiagnoseOptions, failure?: ErrorData) => Promise<Finding[]>

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
 * @param look asked after a failure; false where nobody is to be told
 * @param signal its own. Whatever the call holds (listeners, timers, dialog, port) is released by this alone.
 */
export const createEnd =
  (
    controller: AbortController,
    signal: AbortSignal,
    callbacks: (Callbacks & DiagnoseOptions) | undefined,
    look?: Look | false,
  ): End =>
  (name, data, unheard) => {
    if (signal.aborted) return
    controller.abort()
    if (name === 'onFail') {
      console.error('BackdPay', data)
      // What can't be loaded, the browser's console names.
      if (look) look(callbacks, data as ErrorData).catch(() => {})
    }
    // In a task of its own: a callback that throws is reported by the browser and breaks nothing, a page that is being
    // left calls nobody, and one that comes back from the back/forward cache hears then.
    setTimeout(() => (callbacks?.[name as keyof Callbacks] ?? unheard)?.(data as never))
  }

/** Ends with onFail. */
export const fail = (end: End, code: ErrorData['code'], message: string, unheard?: () => void) =>
  // Of all codes FRAME_UNREACHABLE, NETWORK_ERROR and SERVICE_ERROR may pass by themselves.
  end('onFail', { message, code, recoverable: /REACH|_ERR/.test(code) }, unheard)
