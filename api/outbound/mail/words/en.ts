/** Every sentence of our mails, as plain text. Another language is another object of the type Words. */
export const en = {
  /** In place of a web address that somebody else wrote. */
  linkLeftOut: '[link left out]',
  noButton: 'If the button does not work, open this address:',
  customerOf: (merchant: string) => `A customer of ${merchant}`,
  facts: {
    total: 'Total',
    order: 'Order',
    askedBy: 'Asked by',
    openUntil: 'Link open until',
    fee: 'Of which fee',
    plan: 'Plan',
    reference: 'BackdPay number',
    agreement: 'Agreement',
  },

  orderLink: {
    subject: (total: string, merchant: string) =>
      `Your ${total} order from ${merchant}: choose your payment terms`,
    title: 'Choose your payment terms',
    preview: (total: string, merchant: string) =>
      `${total} from ${merchant}. You owe nothing before you confirm.`,
    heading: (merchant: string) => `Your order from ${merchant} is ready`,
    lead: 'Look at it and choose when to pay. You owe nothing before you confirm.',
    action: 'Choose payment terms',
    footer: (merchant: string) =>
      `The link is for you: whoever has it can see the order and choose its terms, so please don't pass it on. If you expect no order from ${merchant}, you can ignore this mail.`,
  },

  code: {
    subject: (merchant: string) => `Your code for the checkout at ${merchant}`,
    title: 'Your code',
    is: 'Your code is:',
    lead: (total: string, merchant: string) =>
      `Enter it in BackdPay's checkout to choose payment terms for your ${total} order at ${merchant}.`,
    worksFor: (minutes: number) => `It works for ${minutes} minutes.`,
    footer: (merchant: string) =>
      `Nobody from BackdPay or ${merchant} will ask you for this code. If you did not start a checkout, you can ignore this mail.`,
  },

  approval: {
    subject: (buyer: string, total: string, merchant: string) =>
      `${buyer} asks you to approve ${total} at ${merchant}`,
    title: 'An order to approve',
    preview: (total: string, merchant: string) =>
      `${total} from ${merchant}. Nothing is owed before you confirm.`,
    heading: (buyer: string) => `${buyer} asks you to approve an order`,
    lead: (merchant: string) =>
      `It is an order at ${merchant}. Look at it, then choose payment terms or decline. Nothing is owed before you confirm.`,
    writes: (buyer: string) => `${buyer} writes:`,
    action: 'Look at the order',
    footer: (buyer: string) =>
      `You will be asked for a code that we mail to this address. The link is for you, so please don't pass it on. If you don't know ${buyer}, you can ignore this mail.`,
    footerUnnamed:
      "You will be asked for a code that we mail to this address. The link is for you, so please don't pass it on. If you don't expect such an order, you can ignore this mail.",
  },

  declined: {
    subject: (total: string, merchant: string) =>
      `Your colleague declined your ${total} order at ${merchant}`,
    title: 'Your colleague declined',
    preview: 'Nothing is owed.',
    heading: (merchant: string) => `Your colleague declined your order at ${merchant}`,
    lead: (colleague: string) => `${colleague} declined to approve it.`,
    leadWithReason: (colleague: string) => `${colleague} declined to approve it:`,
    next: 'Nothing was agreed to and nothing is owed. In the checkout you can ask somebody else, or leave.',
    footer: (colleague: string) => `You get this mail because you asked ${colleague} to approve your order.`,
  },

  terms: {
    subject: (order: string, merchant: string, total: string) =>
      `Your payment terms for ${order} at ${merchant}: ${total}`,
    subjectApproved: (order: string, merchant: string, total: string) =>
      `Approved: your payment terms for ${order} at ${merchant}: ${total}`,
    title: 'Your payment terms',
    preview: (total: string) => `${total} to pay. Keep this mail.`,
    heading: (merchant: string) => `Your payment terms at ${merchant}`,
    agreed: (merchant: string) => `You have agreed to payment terms for your order at ${merchant}.`,
    approved: (colleague: string, merchant: string) =>
      `${colleague} has approved your order at ${merchant} and agreed to its payment terms.`,
    version: (version: string) => `version ${version}`,
    payments: 'Your payments',
    owed: 'You owe this once the merchant has taken the order. If it cancels the order, you owe nothing; if it changes or refunds it, your payments are worked out again under the same plan.',
    keep: (merchant: string) => `Keep this mail. If you did not agree to this, tell ${merchant} at once.`,
    keepApproved: (merchant: string) =>
      `Keep this mail. If you did not ask for this, tell ${merchant} at once.`,
  },
}

export type Words = typeof en
