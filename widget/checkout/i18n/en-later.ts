import type { StopReason } from '../flow/state.ts'
import { plural } from './en.ts'

const payInAnotherWay = 'Please go back to the shop and pay in another way. Nothing was charged.'
const startAgain = 'Please go back to the shop and start again. Nothing was charged.'

/** The sentences of the screens that are loaded later (parts/). Another language is another object of the type LaterText. */
export const enLater = {
  announced: {
    confirming: 'Confirming…',
    finishing: 'This is being saved. The checkout closes right after.',
    returning: (merchant: string) => `You return to ${merchant} in a few seconds, unless you choose to stay.`,
  },
  /** Why nothing can go on. The shop hears it too, so no title says "we" or "here" where the shop would be understood. */
  stoppedTitles: {
    over_limit: 'This order is above the limit for BackdPay',
    expired: 'This checkout has expired',
    request_withdrawn: 'The request was taken back',
    request_expired: 'The request to approve has expired',
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
  /** Of an order that is left with a colleague; for the shop. */
  leftWith: {
    pending:
      'A colleague is asked to approve this order. It stays open, and may be completed without this page.',
    declined: 'A colleague declined to approve this order.',
    expired: 'A colleague was asked to approve this order and did not answer in time.',
  },
  /** What the reader can do where nothing can go on. */
  stopped: {
    over_limit:
      'Please go back to the shop to make the order smaller or to pay in another way. Nothing was charged.',
    expired:
      'For your safety a checkout stays open for a limited time. Please go back to the shop and start again. Nothing was charged.',
    request_withdrawn: 'There is nothing left for you to do. Whoever asked you can send it again.',
    request_expired: 'Please ask whoever sent it to you to send it again. Nothing was charged.',
    unknown_link:
      'It may be incomplete or no longer valid. Please start again in the shop, or ask whoever sent it for a new one.',
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
  /** In place of what speaks of the shop, for who came by a colleague's mail. */
  tellSender: 'Please tell whoever sent you this order. Nothing was charged.',
  forDevelopers: 'Details for the shop’s developers',

  deciding: {
    title: 'One moment, please',
    body: 'We are working out your payment terms. This usually takes a few seconds.',
  },

  comparison: {
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
    approved: 'Your order is approved',
    approvedBy: (email: string, merchant: string) =>
      `Approved by ${email}. ${merchant} can now complete your order.`,
    told: (buyer: string, merchant: string) =>
      `${buyer} is told by mail, and ${merchant} can now complete the order.`,
    confirmation: {
      sent: (email: string) => `We sent a confirmation to ${email}.`,
      sending: (email: string) => `A confirmation should reach ${email} soon.`,
      failed: (email: string) =>
        `We could not send a confirmation to ${email}. Please keep the dates from this page.`,
    },
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
