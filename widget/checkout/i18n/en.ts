import type { Offer } from '@backd/contract/plans.ts'
import type { Interruption } from '../flow/state.ts'

/** What a screen that stands in the way says: what happened, and what the reader can do. */
export interface Explanation {
  title: string
  body: string
}

export const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** Every sentence the checkout says. Another language is another object of the type Text. */
export const en = {
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

  verify: {
    title: 'Verify it is you',
    sending: (email: string) => `Sending a six-digit code to ${email}. Enter it to see your payment terms.`,
    sent: (email: string) => `We sent a six-digit code to ${email}. Enter it to see your payment terms.`,
    unsent: (email: string) => `To see your payment terms you need a six-digit code, sent to ${email}.`,
    otherBrowser: 'This link was opened in another browser before. Please verify again in this one.',
    code: 'Six-digit code',
    verify: 'Verify',
    verifying: 'Verifying…',
    again: 'Send a new code',
    wait: (seconds: number) => `A new code can be sent in ${seconds} ${plural(seconds, 'second', 'seconds')}`,
    triesLeft: (tries: number) => `You can try ${tries} more ${plural(tries, 'time', 'times')}.`,
    tooManyFor: (minutes: number) =>
      `Too many codes were sent to this address. Please try again in ${minutes} ${plural(minutes, 'minute', 'minutes')}.`,
    wrongAddress: 'Wrong address?',
    problems: {
      incomplete: 'Please enter all six digits of the code.',
      wrong: 'This is not the code that we sent. Please check it.',
      expired: 'This code can no longer be used. Please send a new one.',
      too_many: 'Too many codes were sent to this address. Please try again in an hour.',
      undeliverable: 'Mail to this address came back. It may be wrong.',
    },
  },

  terms: {
    title: 'Choose your payment terms',
    lead: 'Nothing is due today. You see every date and amount before you agree.',
    group: 'Payment terms',
    continue: 'Continue',
    compare: 'Compare all terms',
    missing: 'Choose one of the payment terms to continue.',
    offerChanged: 'The payment terms have changed since you opened this checkout. Please choose again.',
  },

  /** The way to pass the decision on, by who holds it. */
  handOver: {
    buyer: 'Ask a colleague to approve',
    approver: 'Decline',
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

  /** Said while nothing new is drawn. */
  announced: {
    slow: 'Still working. This takes longer than usual.',
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
  /** To the step before. */
  back: 'Back',
  backToShop: 'Back to shop',

  leaving: {
    title: 'Leave checkout?',
    body: 'Nothing was charged. You can open this checkout again from the shop.',
    stay: 'Stay',
    leave: 'Leave',
  },

  /** Goes to the shop, which may show it to the customer. Every other ending is told by its screen's title. */
  undeliverable: 'Mail to your address came back, so BackdPay could not verify you.',
  customerClosed: 'You closed the checkout before choosing payment terms.',
}

export type Text = typeof en
