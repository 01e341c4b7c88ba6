import { createTransport } from 'nodemailer'
import { MAIL_WITHIN_MS, type Mail, type Mailer } from '../../use-cases/ports/mailer.ts'
import type { Reporter } from '../../use-cases/ports/reporter.ts'

export interface SmtpMailerOptions {
  /** smtp:// or smtps://, with user, password and port when needed. */
  url: string
  /** The sender: an address, or a name with one: `BackdPay <orders@backd.example>`. */
  from: string
  reporter: Reporter
  /** In ms; shorter only in tests. */
  timeoutMs?: number
}

/** Sends through a mail server. */
export function createSmtpMailer({
  url,
  from,
  reporter,
  timeoutMs = MAIL_WITHIN_MS,
}: SmtpMailerOptions): Mailer {
  const transport = createTransport(
    {
      url,
      dnsTimeout: timeoutMs,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      // What a mail contains is given as text; nothing in it may make the API read a file or fetch an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    // RFC 3834: keeps holiday replies away.
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  )
  return {
    async send(mail) {
      try {
        const { accepted } = await transport.sendMail({
          ...mail,
          // As an object it is one address, whatever commas it holds.
          to: { name: '', address: mail.to },
          // Each timeout above starts anew with every step; the signal bounds them together.
          signal: AbortSignal.timeout(timeoutMs),
        })
        return accepted.length === 1 ? 'taken' : 'refused'
      } catch (error) {
        reporter.report(describe(error, mail), 'The mail server did not take a mail.')
        return isRecipientRefused(error, mail) ? 'refused' : 'failed'
      }
    },
  }
}

/**
 * Whether the server says that there is no such mailbox: a 5xx to the recipient (RFC 5321, 4.2.1: for good) with a status
 * of addressing (RFC 3463: 5.1.x, of which 7 and 8 are about the sender), or in words where it gives no status. Any other
 * refusal, as of relaying or by a policy, is about us and not about the address.
 */
function isRecipientRefused(error: unknown, { to }: Mail): boolean {
  const { command, responseCode, response } = error as Record<string, unknown>
  if (command !== 'RCPT TO' || typeof responseCode !== 'number' || responseCode < 500) return false
  const words = String(response).replaceAll(to, '')
  const [status] = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(words) ?? []
  if (status !== undefined) return /^5\.1\.([0-6]|9|10)$/.test(status)
  return /unknown|no such|not found|not exist|invalid (recipient|mailbox|address)/i.test(words)
}

/** What failed, without the server's own words: they repeat the customer's address. */
function describe(error: unknown, mail: Mail): Error {
  const { code, command, responseCode, message } = error as Error & Record<string, unknown>
  const facts = [code, command, responseCode].filter((fact) => fact !== undefined).join(' ')
  return new Error(facts || String(message).replaceAll(mail.to, '<recipient>'))
}
