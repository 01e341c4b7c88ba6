import type { Offer } from '@backd/contract/plans.ts'
import type { Interruption, StopReason } from '../flow/state.ts'

/** What a screen that stands in the way says: what happened, and what the reader can do. */
export interface Explanation {
  title: string
  body: string
}

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** Every sentence the checkout says. Another language is another object of the type Text. */
export const en = {
  brand: 'BackdPay',
  pageTitle: (screen: string, merchant: string | null) =>
    [screen, merchant, 'BackdPay'].filter(Boolean).join(' · '),
  closeCheckout: 'Close checkout',
  totalYouPay: 'Total you pay',
  step: (step: number, steps: number) => `Step ${step} of ${steps}`,

  loading: {
    title: 'Loading your order',
  },

  summary: {
    title: 'Order summary',
    show: 'Show order summary',
    hide: 'Hide order summary',
    orderNumber: (id: string) => `Order ${id}`,
    quantity: (qty: string) => `Qty ${qty}`,
    moreItems: (count: number) => `Show ${count} more ${plural(count, 'item', 'items')}`,
    cart: 'Subtotal',
    tax: 'Tax',
    shipping: 'Shipping',
    discount: 'Discount',
    total: 'Order total',
    buyer: 'Buyer',
  },

  terms: {
    title: 'Choose your payment terms',
    lead: 'Nothing is due today. You see every date and amount before you agree.',
    group: 'Payment terms',
    continue: 'Continue',
    missing: 'Choose one of the payment terms to continue.',
    offerChanged:
      'The payment terms have moved on since you opened this checkout. Please look at them again and choose.',
  },

  offer: {
    /** Before an amount: "3 × $3,382.50". */
    times: (count: number) => `${count} ×`,
    /** Before an amount that not every payment is to the cent: "3 × about $3,416.67". */
    about: 'about',
    paymentsSpoken: (count: number, amount: string) =>
      count === 1 ? `one payment of ${amount}` : `${count} payments of ${amount}`,
    once: (date: string) => `One payment on ${date}`,
    span: (cadence: string, first: string, last: string) => `${cadence}, ${first} to ${last}`,
    cadence: ({ unit, count }: Offer['interval']) =>
      count === 1 ? { day: 'Daily', week: 'Weekly', month: 'Monthly' }[unit] : `Every ${count} ${unit}s`,
    noFee: 'No fee',
    fee: (amount: string) => `${amount} fee`,
    apr: (rate: string) => `${rate} APR`,
    total: (amount: string) => `${amount} total`,
    lowestTotal: 'Lowest total',
    longestTime: 'Longest time to pay',
  },

  leaving: {
    title: 'Leave checkout?',
    body: 'Nothing was charged. You can open this checkout again from the shop.',
    stay: 'Stay',
    leave: 'Leave',
  },

  /** Said while nothing new is drawn. */
  announced: {
    confirming: 'Confirming…',
    slow: 'Still working. This takes longer than usual.',
    finishing: 'Your terms are being saved. The checkout closes right after.',
    returning: (merchant: string) => `You return to ${merchant} in a few seconds, unless you choose to stay.`,
  },

  interrupted: {
    network: {
      title: 'We could not reach BackdPay',
      body: 'Please check your connection and try again.',
    },
    service: {
      title: 'Something went wrong at BackdPay',
      body: 'Please try again in a moment.',
    },
    busy: {
      title: 'BackdPay received too many requests at once',
      body: 'Please wait a few seconds, then try again.',
    },
  } satisfies Record<Interruption, Explanation>,
  /** Goes with each of them. */
  safe: 'Your order is safe, and nothing is submitted twice.',
  tryAgain: 'Try again',

  /** Why nothing can go on. What the reader can do comes with the screen (later). */
  stopped: {
    over_limit: 'This order is above the limit for BackdPay',
    expired: 'This checkout has expired',
    unknown_link: 'This link does not open a checkout',
    cancelled: 'This order was cancelled',
    refunded: 'This order was refunded',
    declined: 'BackdPay is not available for this order',
    bad_key: 'BackdPay is not set up correctly in this shop',
    bad_origin: 'BackdPay is not set up for this website',
    bad_order: 'BackdPay could not read this order',
    bad_options: 'BackdPay is not set up correctly in this shop',
    bad_amounts: 'The amounts of this order do not add up',
    duplicate_order: 'Payment terms were already chosen for this order number',
    no_offers: 'No payment terms are available',
    service: 'BackdPay could not complete this order',
    no_host: 'Please start from the shop',
    host_silent: 'The shop has not sent your order',
  } satisfies Record<StopReason, string>,
  backToShop: 'Back to shop',

  /**
   * Goes to the shop, which may show it to the customer. Every other ending is told by its screen's title, so no title
   * says "we" or "here" where the shop would be understood.
   */
  undeliverable: 'Mail to your address came back, so BackdPay could not verify you.',
  customerClosed: 'You closed the checkout before choosing payment terms.',
}

export type Text = typeof en
