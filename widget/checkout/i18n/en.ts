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
    compare: 'Compare all terms',
    missing: 'Choose one of the payment terms to continue.',
    offerChanged:
      'The payment terms have moved on since you opened this checkout, for example their dates. Please look at them again and choose.',
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
    body: 'Nothing was charged, and you have not agreed to anything. You can open this checkout again from the shop.',
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
      body: 'Please check your connection and try again. Your order is safe, and nothing is submitted twice.',
    },
    service: {
      title: 'Something went wrong at BackdPay',
      body: 'Please try again in a moment. Your order is safe, and nothing is submitted twice.',
    },
    busy: {
      title: 'BackdPay received too many requests at once',
      body: 'Please wait a few seconds, then try again. Your order is safe, and nothing is submitted twice.',
    },
  } satisfies Record<Interruption, Explanation>,
  tryAgain: 'Try again',

  stopped: {
    over_limit: {
      title: 'This order is above the limit for BackdPay',
      body: 'Please go back to the shop to make the order smaller or to pay in another way. Nothing was charged.',
    },
    expired: {
      title: 'This checkout has expired',
      body: 'For your safety a checkout stays open for a limited time. Please go back to the shop and start again. Nothing was charged.',
    },
    unknown_link: {
      title: 'This link does not open a checkout',
      body: 'It may be incomplete or no longer valid. Please go back to the shop and start again, or ask the shop for a new link.',
    },
    cancelled: {
      title: 'This order was cancelled',
      body: 'The shop has cancelled this order, so there is nothing left to pay. Please contact the shop if you did not expect this.',
    },
    refunded: {
      title: 'This order was refunded',
      body: 'The shop has refunded the whole order, so there is nothing left to pay. Please contact the shop if you did not expect this.',
    },
    declined: {
      title: 'BackdPay is not available for this order',
      body: 'We cannot offer payment terms to your company at the moment. Please go back to the shop and pay in another way. Nothing was charged.',
    },
    bad_key: {
      title: 'BackdPay is not set up correctly in this shop',
      body: 'The shop does not use a key that we know. Please go back and pay in another way. Nothing was charged.',
    },
    bad_origin: {
      title: 'BackdPay is not set up for this website',
      body: 'The shop has not registered this address with us. Please go back and pay in another way. Nothing was charged.',
    },
    bad_order: {
      title: 'BackdPay could not read this order',
      body: 'The shop sent order details that we cannot use. Please go back and pay in another way. Nothing was charged.',
    },
    bad_options: {
      title: 'BackdPay is not set up correctly in this shop',
      body: 'The shop asked for a language or a look that we do not know. Please go back and pay in another way. Nothing was charged.',
    },
    bad_amounts: {
      title: 'The amounts of this order do not add up',
      body: 'The shop sent a total that differs from its parts, so we stopped here. Please go back to the shop. Nothing was charged.',
    },
    duplicate_order: {
      title: 'Payment terms were already chosen for this order number',
      body: 'They belong to another order with this number. Please go back to the shop and start a new order. Nothing was added.',
    },
    no_offers: {
      title: 'No payment terms are available',
      body: 'The shop offers no payment terms for this order at the moment. Please go back and pay in another way.',
    },
    service: {
      title: 'BackdPay could not complete this order',
      body: 'Something did not work as it should. Please go back to the shop and start again, or pay in another way.',
    },
    no_host: {
      title: 'Please start from the shop',
      body: 'This page is a part of a shop’s checkout and does nothing by itself. Go back to the shop and choose BackdPay there.',
    },
    host_silent: {
      title: 'The shop has not sent your order',
      body: 'Please close this window and start the checkout again from the shop. Nothing was charged.',
    },
  } satisfies Record<StopReason, Explanation>,
  backToShop: 'Back to shop',
  forDevelopers: 'Details for the shop’s developers',

  /**
   * Goes to the shop, which may show it to the customer. Every other ending is told by its screen's title, so no title
   * says "we" or "here" where the shop would be understood.
   */
  undeliverable: 'Mail to your address came back, so BackdPay could not verify you.',
  customerClosed: 'You closed the checkout before choosing payment terms.',
}

export type Text = typeof en
