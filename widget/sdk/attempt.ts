import type {
  CloseData,
  DiagnoseOptions,
  ErrorData,
  Finding,
  Order,
  OrderData,
  WidgetHandle,
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

/** One opening of the checkout; or, while it has no callbacks, one that preload() makes ready for the next call that it fits. */
export interface Attempt {
  /** Of the call that opened it. Until then it ends without a word. */
  callbacks: (Callbacks & DiagnoseOptions) | null
  conclude: End
  /** The customer leaves. */
  leave: () => void
  /** Takes away what it shows: timers, dialog, port. Set by what opens it. */
  takeAway: () => void
  handle: WidgetHandle
  /** See createModal. None in a redirect, nor once it has ended. */
  showFor: ((src: string, opening: Opening, callbacks: Callbacks | null) => boolean) | null
}

/**
 * @param callbacks the options
 * @param look asked after a failure; false where nobody is to be told
 */
export function createAttempt(callbacks: (Callbacks & DiagnoseOptions) | null, look?: Look | false): Attempt {
  let isOver: boolean | undefined
  const listen = (verb: 'add' | 'remove') => {
    ;['pagehide', 'popstate'].map((type) => window[`${verb}EventListener`](type, attempt.leave))
  }
  const close = (code: CloseData['code']) => () =>
    // The customer may read this on the shop's page.
    attempt.conclude('onClose', { message: 'The checkout was closed.', code })
  const attempt: Attempt = {
    showFor: null,
    takeAway: () => {},
    callbacks,
    conclude(name, data, unheard) {
      if (isOver) return
      isOver = true
      const { callbacks } = attempt
      attempt.callbacks = attempt.showFor = null
      listen('remove')
      attempt.takeAway()
      if (callbacks && name === 'onFail') {
        console.error('BackdPay', data)
        // What can't be loaded, the browser's console names.
        if (look) look(callbacks, data as ErrorData).catch(() => {})
      }
      // In a task of its own: a callback that throws is reported by the browser and breaks nothing, a page that is being
      // left calls nobody, and one that comes back from the back/forward cache hears then.
      setTimeout(() => (callbacks?.[name as keyof Callbacks] ?? unheard)?.(data as never))
    },
    handle: { close: close('MERCHANT_CLOSED') },
    leave: close('CUSTOMER_CLOSED'),
  }
  listen('add')
  return attempt
}

/** Ends with onFail. */
export const fail = ({ conclude }: Attempt, code: ErrorData['code'], message: string, unheard?: () => void) =>
  // Of all codes FRAME_UNREACHABLE, NETWORK_ERROR and SERVICE_ERROR may pass by themselves.
  conclude('onFail', { message, code, recoverable: /REACH|_ERR/.test(code) }, unheard)
