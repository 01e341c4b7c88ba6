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

/** A mail server that is away is seldom back within the seconds that the database is given. */
export const MAIL_RETRY_S = 10

/**
 * `taken`: by the mail server, or by the sandbox's mailbox. `refused`: the server does not take mail for this address.
 * `failed`: anything else; the address may be right, and the next try may succeed.
 */
export type MailOutcome = 'taken' | 'refused' | 'failed'

export interface Mailer {
  /**
   * Hands a mail on.
   * @returns `failed` also when the server took longer than MAIL_WITHIN_MS, and when there is none. Never rejects: an
   *   order does not fail because a mail does.
   */
  send(mail: Mail): Promise<MailOutcome>
}
