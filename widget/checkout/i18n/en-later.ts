import type { StopReason } from '../flow/state.ts'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

const payInAnotherWay = 'Please go back to the shop and pay in another way. Nothing was charged.'
const startAgain = 'Please go back to the shop and start again. Nothing was charged.'

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
    declined: payInAnotherWay,
    bad_key: payInAnotherWay,
    bad_origin: payInAnotherWay,
    bad_order: payInAnotherWay,
    bad_options: payInAnotherWay,
    bad_amounts: payInAnotherWay,
    duplicate_order: startAgain,
    no_offers: payInAnotherWay,
    service: startAgain,
    no_host:
      'This page is a part of a shop’s checkout and does nothing by itself. Go back to the shop and choose BackdPay there.',
    host_silent: startAgain,
  } satisfies Record<StopReason, string>,
  forDevelopers: 'Details for the shop’s developers',

  verify: {
    title: 'Verify it is you',
    sending: (email: string) =>
      `We are sending a six-digit code to ${email}. Enter it to see your payment terms.`,
    sent: (email: string) => `We sent a six-digit code to ${email}. Enter it to see your payment terms.`,
    unsent: (email: string) => `To see your payment terms you need a six-digit code, sent to ${email}.`,
    otherBrowser:
      'This link was opened in another browser before. For your safety, please verify again in this one.',
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
      wrong: 'This is not the code that we sent. Please check it and try again.',
      expired: 'This code can no longer be used. Please send a new one.',
      too_many: 'Too many codes were sent to this address. Please try again in an hour.',
      undeliverable: 'Mail to this address came back. Please correct the address in the shop.',
    },
  },

  deciding: {
    title: 'One moment, please',
    body: 'We are working out your payment terms. This usually takes a few seconds.',
  },

  comparison: {
    open: 'Compare all terms',
    caption: 'All payment terms side by side',
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
    currency: 'Currency',
    merchant: 'Merchant',
    order: 'Order',
  },

  done: {
    title: 'Your payment terms are confirmed',
    titleEarlier: 'Your payment terms were already confirmed',
    lead: (merchant: string) => `${merchant} can now complete your order.`,
    leadEarlier: (day: string) => `You confirmed them on ${day}. Nothing was added since.`,
    changed: (merchant: string, agreed: string) =>
      `${merchant} has changed the order since you agreed to pay ${agreed}. Your payments follow it, under the same terms.`,
    sent: (email: string) => `A confirmation is on its way to ${email}.`,
    first: 'First payment',
    due: (date: string) => `due on ${date}`,
    reference: 'Reference',
    returnTo: (merchant: string) => `Return to ${merchant}`,
    countdown: (seconds: number) => `Returning in ${seconds} ${plural(seconds, 'second', 'seconds')}`,
    stay: 'Stay on this page',
    staying: 'You can return whenever you are ready.',
    closePage: 'You can close this page now.',
  },
}

export type LaterText = typeof enLater
