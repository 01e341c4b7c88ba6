import type { CloseData, ErrorData, Order, OrderData, WidgetOptions } from '../sdk/types.ts'

/** Where the checkout is and how it looks; see the options of initializeWidget. */
export type Presentation = Pick<WidgetOptions, 'environment' | 'checkoutOrigin' | 'locale' | 'appearance'>

/** What is paid for: an order that your server made with create_order, or an Order Object. */
export type Payable = { customerUrl: string; order?: undefined } | { order: Order; customerUrl?: undefined }

/**
 * The same, or a function that asks your server for it once the customer has pressed the button. `signal` aborts when the
 * component that asked is gone.
 */
export type PaymentSource = Payable | ((signal: AbortSignal) => Payable | Promise<Payable>)

/** One payment calls one of these, or none when its component is gone. The newest render's functions are called. */
export interface PaymentCallbacks {
  /** Tell your server, which calls order_placed. Never called for an order that redirects. */
  onSuccess: (data: OrderData) => void
  onClose: (data: CloseData) => void
  /** Required here: a button that stays as it was after a press tells nobody what happened. */
  onFail: (data: ErrorData) => void
  /** Your own function threw this, or its promise was rejected. Left out, it is reported as any uncaught error is. */
  onError?: ((error: unknown) => void) | undefined
}

export interface UseBackdOptions extends Presentation, PaymentCallbacks {}

/** Preparing: your function is asked what is paid for. Open: the checkout is over the page, or the page is being left for it. */
export type PaymentPhase = 'idle' | 'preparing' | 'open'

export interface Backd {
  phase: PaymentPhase
  /** Not idle: for the button's `busy`. */
  isBusy: boolean
  /** Starts a payment; does nothing while one is under way. The same function in every render. */
  open: (source: PaymentSource) => void
  /** Takes the checkout away, and onClose hears MERCHANT_CLOSED; or, while it is prepared, opens none, and nobody is called. */
  close: () => void
}
