import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import type { MailboxRepository } from '../../use-cases/ports/mailbox.ts'
import type { IsUnavailable } from '../errors.ts'
import { hidden } from './hidden.ts'
import { renderMail, renderMailbox, renderNoMail } from './mailbox-views.ts'
import { answerFailuresWithPages } from './message-page.ts'
import type { Page } from './page-layout.ts'

export interface MailboxPagesOptions {
  mailbox: Pick<MailboxRepository, 'list' | 'find'>
  isUnavailable: IsUnavailable
}

const SHOWN_MAILS = 100

/**
 * GET /sandbox/mailbox and /sandbox/mailbox/:id: the mails that the sandbox kept instead of sending them. They hold
 * customers' links, so this is registered in the sandbox only.
 */
export const mailboxPages: FastifyPluginAsync<MailboxPagesOptions> = async (app, options) => {
  const { mailbox, isUnavailable } = options
  answerFailuresWithPages(app, isUnavailable)

  app.get('/sandbox/mailbox', { schema: hidden }, async (_request, reply) =>
    sendPage(reply, renderMailbox(await mailbox.list(SHOWN_MAILS), SHOWN_MAILS)),
  )

  app.get<{ Params: { id: string } }>('/sandbox/mailbox/:id', { schema: hidden }, async (request, reply) => {
    const mail = await mailbox.find(request.params.id)
    // The mail's frame inherits this policy, and mails are styled by attributes: hashes can't allow those.
    return mail
      ? sendPage(reply, renderMail(mail), `'unsafe-inline'`)
      : sendPage(reply.code(404), renderNoMail())
  })
}

function sendPage(reply: FastifyReply, page: Page, styleSource = page.styleSource): FastifyReply {
  return reply
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src ${styleSource}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    .type('text/html; charset=utf-8')
    .send(page.document)
}
