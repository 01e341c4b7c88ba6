import { personaOf } from '../../domain/personas.ts'
import type { Mailer } from '../../use-cases/ports/mailer.ts'

/** The sandbox: the address that stands for a mailbox that is not there takes no mail, all others are `mailer`'s. */
export function withBounces(mailer: Mailer): Mailer {
  return { send: async (mail) => (personaOf(mail.to) === 'bounce' ? 'refused' : await mailer.send(mail)) }
}
