/** The sentences of handing an order to a colleague, loaded with its screens. Another language is another HandoverText. */
export const enHandover = {
  /** As the later part says it, which these screens cannot reach into. */
  finishing: 'This is being saved. The checkout closes right after.',
  optional: (label: string) => `${label} (optional)`,
  remaining: (characters: number) =>
    characters < 0 ? `${-characters} characters too many` : `${characters} characters left`,

  ask: {
    title: 'Ask a colleague to approve',
    lead: 'Your colleague gets a mail with this order, chooses the payment terms and agrees to them for your company.',
    next: 'They have 7 days. You see their answer here and get it by mail, and can take the request back until then.',
    email: 'Your colleague’s work email',
    note: 'Note to your colleague',
    send: 'Send request',
    sending: 'Sending…',
  },
  decline: {
    title: 'Decline this order',
    lead: (buyer: string) => `${buyer} is told that you declined. Nothing is charged.`,
    note: 'Reason',
    send: 'Decline',
    sending: 'Declining…',
  },
  problems: {
    missing: 'Please enter your colleague’s work email.',
    incomplete: 'Please enter a whole address, such as name@company.com.',
    own: 'This is the buyer’s address. Please enter a colleague’s.',
    undeliverable: 'Mail to this address came back. Please check it.',
    too_long: 'Please shorten this to 500 characters.',
    used_up: 'Colleagues were asked five times. Please choose terms yourself.',
    too_many: (minutes: number) =>
      `Too many requests were sent. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  },

  waiting: {
    title: (email: string) => `Waiting for ${email}`,
    lead: 'You can leave: the request stays, and this order opens again from the shop.',
    asked: 'Asked on',
    until: 'Open until',
    note: 'Your note',
    takeBack: 'Take the request back',
    takingBack: 'Taking it back…',
    cutOff: 'BackdPay cannot be reached. We keep trying.',
  },
  ended: {
    declined: 'Your colleague declined',
    declinedBy: (email: string) => `${email} did not approve this order. Nothing was charged.`,
    reason: 'Their reason',
    expired: 'Your colleague did not answer in time',
    expiredBy: (email: string) => `${email} was asked to approve this order. Nothing was charged.`,
    askAnother: 'Ask somebody else',
    askAgain: 'Ask again',
    choose: 'Choose terms yourself',
  },

  /** Who asks, where no name and no address is known. */
  buyer: 'The buyer',
  request: {
    note: 'Their note',
    asks: (buyer: string, merchant: string) =>
      `${buyer} asks you to approve this order from ${merchant}. What you agree to binds your company.`,
    until: (day: string) => `You can decide until ${day}.`,
  },
  youDeclined: {
    title: 'You declined',
    body: (buyer: string) => `${buyer} is told. Nothing was charged, and you can close this page.`,
  },
}

export type HandoverText = typeof enHandover
