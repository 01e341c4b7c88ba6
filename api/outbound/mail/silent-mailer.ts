import type { Mailer } from '../../use-cases/ports/mailer.ts'

/** Production without SMTP: nobody is notified, and `notified_customer` says so. */
export function createSilentMailer(): Mailer {
  return { send: async () => 'failed' }
}
