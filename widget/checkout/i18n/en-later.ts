import type { StopReason } from '../flow/state.ts'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** The sentences of the screens that are loaded later (parts/). Another language is another object of the type LaterText. */
export const enLater = {
  /** What the reader can do where nothing can go on. */
  stopped: {
    over_limit:
      'Please go back to the shop to make the order smaller or to pay in another way. Nothing was charged.',
    expired:
      'For your safety a checkout stays open for a limited time. Please go back to the shop and start again. Nothing was charged.',
    unknown_link:
      'It may be incomplete or no longer valid. Please go back to the shop and start again, or ask the shop for a new link.',
    cancelled:
      'The shop has cancelled this order, so there is nothing left to pay. Please contact the shop if you did not expect this.',
    refunded:
      'The shop has refunded the whole order, so there is nothing left to pay. Please contact the shop if you did not expect this.',
    declined:
      'We cannot offer payment terms to your company at the moment. Please go back to the shop and pay in another way. Nothing was charged.',
    bad_key:
      'The shop does not use a key that we know. Please go back and pay in another way. Nothing was charged.',
    bad_origin:
      'The shop has not registered this address with us. Please go back and pay in another way. Nothing was charged.',
    bad_order:
      'The shop sent order details that we cannot use. Please go back and pay in another way. Nothing was charged.',
    bad_options:
      'The shop asked for a language or a look that we do not know. Please go back and pay in another way. Nothing was charged.',
    bad_amounts:
      'The shop sent a total that differs from its parts, so we stopped here. Please go back to the shop. Nothing was charged.',
    duplicate_order:
      'They belong to another order with this number. Please go back to the shop and start a new order. Nothing was added.',
    no_offers:
      'The shop offers no payment terms for this order at the moment. Please go back and pay in another way.',
    service:
      'Something did not work as it should. Please go back to the shop and start again, or pay in another way.',
    no_host:
      'This page is a part of a shop’s checkout and does nothing by itself. Go back to the shop and choose BackdPay there.',
    host_silent: 'Please close this window and start the checkout again from the shop. Nothing was charged.',
  } satisfies Record<StopReason, string>,
  forDevelopers: 'Details for the shop’s developers',

  verify: {
    title: 'Verify it is you',
    sending: (email: string) => `We are sending a six-digit code to ${email}.`,
    sent: (email: string) => `We sent a six-digit code to ${email}. Enter it to see your payment terms.`,
    otherBrowser:
      'This link was opened in another browser before. For your safety, please verify again in this one.',
    code: 'Six-digit code',
    verify: 'Verify',
    verifying: 'Verifying…',
    again: 'Send a new code',
    wait: (seconds: number) => `A new code can be sent in ${seconds} ${plural(seconds, 'second', 'seconds')}`,
    wrongAddress: 'Wrong address?',
    problems: {
      incomplete: 'Please enter all six digits of the code.',
      wrong: 'This is not the code that we sent. Please check it and try again.',
      expired: 'This code can no longer be used. Please send a new one.',
      undeliverable: 'Mail to this address came back. Please correct the address in the shop.',
      network: 'We could not reach BackdPay. Please check your connection and try again.',
      service: 'Something went wrong at BackdPay. Please try again in a moment.',
      busy: 'Too many codes were asked for. Please wait a while, then try again.',
    },
  },

  deciding: {
    title: 'One moment, please',
    body: 'We are working out your payment terms. This usually takes a few seconds.',
  },

  comparison: {
    open: 'Compare all terms',
    caption: 'All payment terms side by side',
    terms: 'Payment terms',
    dates: 'First and last payment',
    cost: 'Fee and APR',
    total: 'Total',
    aprNote: 'APR is the cost of a year, worked out by the actuarial method of Regulation Z.',
  },

  review: {
    title: 'Review and confirm',
    lead: (plan: string) => `${plan}. Nothing is due today.`,
    schedule: 'Payment schedule',
    today: 'Today',
    lastPayment: 'Last payment',
    onlyPayment: 'Payment due',
    number: 'Payment',
    dueDate: 'Due date',
    amount: 'Amount',
    uneven: 'Payments differ by one cent so that they add up exactly.',
    orderTotal: 'Order total',
    fee: 'Fee',
    apr: 'APR',
    agreement: 'Payment agreement',
    /** Where the reader's language is not the agreement's; the English text is the one that binds. */
    agreementLanguage: null as string | null,
    version: (version: string) => `Version ${version}`,
    consent: (total: string, count: number, last: string) =>
      count === 1
        ? `I agree to the payment agreement and to pay ${total} by ${last}.`
        : `I agree to the payment agreement and to pay ${total} in ${count} payments, the last by ${last}.`,
    missing: 'Please agree to the payment agreement to confirm.',
    confirm: 'Confirm terms',
    back: 'Back to terms',
  },

  next: {
    title: 'What happens next',
    mail: (email: string) => `We send a confirmation with these dates to ${email}.`,
    merchant: (merchant: string) => `${merchant} completes your order.`,
    payment: (amount: string, date: string) =>
      `Your first payment of ${amount} is due on ${date}. Nothing is due before.`,
  },

  exports: {
    calendar: 'Download for calendar (.ics)',
    sheet: 'Download as spreadsheet (.csv)',
    event: (payment: number, payments: number, amount: string, merchant: string) =>
      payments === 1
        ? `Pay ${amount} to BackdPay (${merchant})`
        : `Pay ${amount} to BackdPay (${merchant}), ${payment} of ${payments}`,
    eventDetails: (merchantOrderId: string, reference: string) =>
      `Order ${merchantOrderId}\nReference ${reference}`,
    columns: {
      payment: 'Payment',
      dueDate: 'Due date',
      amount: 'Amount',
      currency: 'Currency',
      merchant: 'Merchant',
      order: 'Order',
      reference: 'Reference',
    },
  },

  done: {
    title: 'Your payment terms are confirmed',
    titleEarlier: 'Your payment terms were already confirmed',
    lead: (merchant: string) => `${merchant} can now complete your order.`,
    leadEarlier: (day: string) => `You confirmed them on ${day}. Nothing was added since.`,
    changed: (merchant: string, agreed: string) =>
      `${merchant} has changed the order since you agreed to pay ${agreed}. Your payments follow it, under the same terms.`,
    first: 'First payment',
    due: (date: string) => `due on ${date}`,
    plan: 'Payment terms',
    total: 'Total you pay',
    reference: 'Reference',
    returnTo: (merchant: string) => `Return to ${merchant}`,
    countdown: (seconds: number) => `Returning in ${seconds} ${plural(seconds, 'second', 'seconds')}`,
    stay: 'Stay on this page',
    staying: 'You can return whenever you are ready.',
    closePage: 'You can close this page now.',
  },
}

export type LaterText = typeof enLater
