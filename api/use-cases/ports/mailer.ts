/** One mail to one person, in both forms: a mail client shows `html`, or `text` when it cannot. */
export interface Mail {
  /** A bare address, like joe@example.com. */
  to: string
  subject: string
  text: string
  html: string
}

export interface Mailer {
  /**
   * Hands a mail on.
   * @returns true only when the mail server (or the sandbox's mailbox) has taken it; false when it refused, could not
   *   be reached or took longer than 5 seconds, and when there is no mail server. Never rejects: an order does not
   *   fail because a mail does.
   */
  send(mail: Mail): Promise<boolean>
}
