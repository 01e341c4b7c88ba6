/**
 * The public types of @backd/widget. This file is the package's type declarations, so it imports nothing: what a
 * merchant reads is here. A test holds the Order Object equal to the contract's schema.
 */

/** Amounts are decimal dollars with at most two decimals, 0 to 9,999,999.99. */
export interface Order {
  merchant: { public_api_key: string; name: string }
  /** The modal when left out. */
  mode?: Mode | null | undefined
  billing: Contact
  shipping?: Contact | null | undefined
  /** At least one. */
  items: Item[]
  /** Your own identifier of the order, 1 to 255 characters. */
  merchant_order_id: string
  merchant_order_status?: string | null | undefined
  cart_amount: number
  tax_amount?: number | null | undefined
  shipping_amount?: number | null | undefined
  discount_amount?: number | null | undefined
  /** cart_amount + tax_amount + shipping_amount - discount_amount, exact to the cent. */
  order_total: number
}

export type Mode = ModalMode | RedirectMode

/** The checkout opens in a dialog on the page. The URLs are ignored. */
export interface ModalMode {
  type?: 'modal' | undefined
  order_success_url?: unknown
  order_close_url?: unknown
}

/** The customer leaves for the checkout's own page and comes back to one of the URLs (https, http on localhost only). */
export interface RedirectMode {
  type: 'redirect'
  /** Receives `backd_order_id` and `merchant_order_id` as query parameters. */
  order_success_url: string
  /** Receives `message` as a query parameter. */
  order_close_url: string
}

export interface Contact {
  name: { first: string; last: string }
  company_name?: string | null | undefined
  address: {
    line1: string
    line2?: string | null | undefined
    city: string
    state: string
    zipcode: string
    country: string
  }
  phone_number: string
  email: string
}

export interface Item {
  display_name: string
  sku: string
  unit_price: number
  qty: number
  item_image_url?: string | null | undefined
  item_url?: string | null | undefined
}

/** The customer agreed to payment terms. Place the order from your server with order_placed. */
export interface OrderData {
  backd_order_id: string
  merchant_order_id: string
}

/** The customer left before completing. */
export interface CloseData {
  /** A sentence for the customer. */
  message: string
  code:
    | 'CUSTOMER_CLOSED'
    | 'MERCHANT_CLOSED'
    | 'CHECKOUT_EXPIRED'
    | 'ORDER_CANCELLED'
    | 'ORDER_REFUNDED'
    | 'EMAIL_UNDELIVERABLE'
    | 'APPROVAL_PENDING'
    | 'APPROVAL_DECLINED'
}

/** Nothing can go on. */
export interface ErrorData {
  /** What is wrong and what to change. */
  message: string
  code:
    | 'FRAME_UNREACHABLE'
    | 'NETWORK_ERROR'
    | 'INVALID_PUBLIC_KEY'
    | 'ORIGIN_NOT_ALLOWED'
    | 'INVALID_ORDER'
    | 'AMOUNTS_DO_NOT_ADD_UP'
    | 'TOTAL_EXCEEDS_LIMIT'
    | 'CUSTOMER_DECLINED'
    | 'DUPLICATE_MERCHANT_ORDER_ID'
    | 'INVALID_OPTIONS'
    | 'SERVICE_ERROR'
  /** Whether the same call may succeed when made again. */
  recoverable: boolean
}

/** How the checkout looks. Each is Backd's own when left out. */
export interface Appearance {
  /** "#0d5c4b" or "#05b". Where a text would be hard to read in it, the checkout makes it darker or lighter, in the same hue. */
  accent?: string | null | undefined
  /** How round corners are. */
  radius?: 'none' | 'small' | 'medium' | 'large' | null | undefined
  /** Fonts in order of preference, as in CSS: "Inter, Georgia". Nothing is downloaded: fonts that the customer's device has. */
  fontFamily?: string | null | undefined
  /** `auto`, as the customer's device is set, when left out. */
  colorScheme?: 'light' | 'dark' | 'auto' | null | undefined
}

interface CommonOptions {
  /** Which Backd answers, for the npm package; 'production' when left out. The script tag's own origin decides there. */
  environment?: 'sandbox' | 'production' | undefined
  /** The origin of the checkout, in place of `environment`: "http://localhost:4000". */
  checkoutOrigin?: string | undefined
  /** The checkout's language, a BCP 47 tag: "en", "es-MX". Left out, or in a language without a translation: the browser's. */
  locale?: string | null | undefined
  /** The checkout's colours and shapes; Backd's own when left out. */
  appearance?: Appearance | null | undefined
  /** Without it a failed redirect sends the customer to order_close_url; a failed modal is told in the console only. */
  onFail?: ((errorData: ErrorData) => void) | undefined
}

/** Both callbacks are required unless the order says that it redirects. */
export interface ModalOptions extends CommonOptions {
  order: Order
  customerUrl?: undefined
  onSuccess: (orderData: OrderData) => void
  onClose: (closeData: CloseData) => void
}

export interface RedirectOptions extends CommonOptions {
  order: Order & { mode: RedirectMode }
  customerUrl?: undefined
  /** Never called: the customer comes back to order_success_url. */
  onSuccess?: ((orderData: OrderData) => void) | undefined
  /** Called only when the call is stopped, by `close()` or by leaving, before the customer has been sent on. */
  onClose?: ((closeData: CloseData) => void) | undefined
}

/** Opens an order that your server made with create_order: what it costs never comes from the browser. */
export interface CustomerUrlOptions extends CommonOptions {
  /** create_order's `customer_url`. It is shown in the modal. */
  customerUrl: string
  /** Not looked at beside customerUrl. */
  order?: undefined
  onSuccess: (orderData: OrderData) => void
  onClose: (closeData: CloseData) => void
}

export type WidgetOptions = CustomerUrlOptions | ModalOptions | RedirectOptions

/** Of what initializeWidget will be called with, as much as is known; its callbacks are not looked at. */
export interface PreloadOptions extends Partial<Omit<CommonOptions, 'onFail'>> {
  /** The order that a click will open: then it is made now. */
  order?: Order | null | undefined
  /** Your server's order that a click will open. */
  customerUrl?: string | null | undefined
  /** The merchant's public key, while there is no order: the checkout alone is loaded. */
  publicKey?: string | null | undefined
}

export interface WidgetHandle {
  /** Takes the checkout away at once; onClose hears MERCHANT_CLOSED. Does nothing when the call has ended. */
  close(): void
}

/**
 * Opens the checkout for one order; advised on the click of a button "Checkout with BackdPay".
 * Never throws. Each call ends in at most one callback, after the page is as it was before. While one is open,
 * another call returns the same handle.
 */
export type InitializeWidget = (options: WidgetOptions) => WidgetHandle

/**
 * Loads the checkout, hidden, so that the next initializeWidget shows it at once. With an order or a customerUrl what it shows
 * is fetched, too; an order is made by that, as a click would. Nobody sees, hears or is mailed anything. It ends in no callback, logs nothing
 * and never throws: what can't be loaded, or is not what the click opens, is opened as if it had not been called.
 */
export type Preload = (options: PreloadOptions) => void

/** One thing that `diagnose` looked at. */
export interface Finding {
  /** What was looked at; each is there once, in this order. */
  code:
    | 'PAGE'
    | 'SCRIPT_ORIGIN'
    | 'SCRIPT_COUNT'
    | 'SCRIPT_SRC'
    | 'FRAME_SRC'
    | 'PUBLIC_KEY'
    | 'PAGE_ORIGIN'
    | 'FRAME'
    | 'ISOLATION'
    | 'CONNECT_SRC'
    | 'PERMISSIONS_POLICY'
    | 'STORAGE'
  /** error: keeps the checkout from opening. warning: keeps something else, opens only elsewhere, or could not be looked at. */
  level: 'ok' | 'warning' | 'error'
  /** What is seen, in a sentence for developers. */
  message: string
  /** The exact header or setting to have; left out when nothing is to be changed. */
  change?: string
}

/** What you give to initializeWidget, or the key alone. Left out: the key that the page has used already. */
export interface DiagnoseOptions extends Pick<CommonOptions, 'environment' | 'checkoutOrigin'> {
  publicKey?: string | undefined
  order?: Pick<Order, 'merchant'> | undefined
  customerUrl?: string | undefined
}

/**
 * Looks for what keeps the checkout from opening on this page, prints one block on the console and gives what was found. For
 * developers: it opens a frame out of sight and asks the page and Backd, within 8 seconds. It makes no order, sends nothing of a
 * customer. It never rejects for what it finds, only when the file that looks (`diagnose.js`) can't be loaded.
 */
export type Diagnose = (options?: DiagnoseOptions) => Promise<Finding[]>

/** What the script tag puts on the window, as `window.widgetBackd`. */
export interface WidgetBackd {
  initializeWidget: InitializeWidget
  preload: Preload
  /** Loads what looks, from beside the script; rejects, naming its address, when that can't be loaded. */
  diagnose: Diagnose
}

declare global {
  interface Window {
    /** Not there until the script has come. */
    widgetBackd?: WidgetBackd
  }
}
