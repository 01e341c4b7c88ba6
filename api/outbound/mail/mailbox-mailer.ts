import type { MailboxRepository } from '../../use-cases/ports/mailbox.ts'
import type { Mailer } from '../../use-cases/ports/mailer.ts'
import type { Reporter } from '../../use-cases/ports/reporter.ts'

/** The sandbox without SMTP: mails are kept and shown at /sandbox/mailbox. */
export function createMailboxMailer(repository: MailboxRepository, reporter: Reporter): Mailer {
  return {
    async send(mail) {
      try {
        await repository.add(mail)
        return 'taken'
      } catch (error) {
        reporter.report(error, 'The sandbox mailbox did not take a mail.')
        return 'failed'
      }
    },
  }
}
