/** One mail to one person, in both forms: a mail client shows `html`, or `text` when it cannot. */
export interface Mail {
  /** A bare address, like joe@example.com. */
  to: string
  subject: string
  text: string
  html: string
}

/** How long a mail may take from connecting to the server's last answer, in ms: a caller waits for it. */
export const MAIL_WITHIN_MS = 5_000

export interface Mailer {
  /**
   * Hands a mail on.
   * @returns true only when the mail server (or the sandbox's mailbox) has taken it; false when it refused, could not
   *   be reached or took longer than MAIL_WITHIN_MS, and when there is no mail server. Never rejects: an order does not
   *   fail because a mail does.
   */
  send(mail: Mail): Promise<boolean>
}
