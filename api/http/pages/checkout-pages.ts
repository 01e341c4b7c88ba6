import { join } from 'node:path'
import type { CheckoutBoot } from '@backd/contract/session.ts'
import type {} from '@fastify/rate-limit'
import type { FastifyPluginAsync } from 'fastify'
import { isToken } from '../../domain/ids.ts'
import type { ReadSession } from '../../use-cases/read-session.ts'
import type { Visitor } from '../../use-cases/view-session.ts'
import { browserOf } from '../browser-cookie.ts'
import type { IsUnavailable } from '../errors.ts'
import { limitPerMinute } from '../rate-limit.ts'
import { readAsset, sendAsset, sendCompressed } from './asset.ts'
import { deadLink, type FrameMerchant, judgeFrame } from './checkout-boots.ts'
import { type CheckoutDocument, readCheckoutDocument } from './checkout-document.ts'
import { ancestorsOf, createPolicy, modalHeaders, pageHeaders } from './checkout-headers.ts'
import { hidden } from './hidden.ts'
import { answerFailuresWithPages } from './message-page.ts'

export interface CheckoutPagesOptions {
  /** The widget's build: the folder widget/dist. */
  widgetDist: string
  /** Any text may be asked for; one that is no merchant's key gives undefined. */
  findMerchant(publicKey: string): Promise<FrameMerchant | undefined>
  /** Of links to pages alone: the modal's is unknown. */
  readSession: ReadSession
  /** From one address; needs @fastify/rate-limit. */
  requestsPerMinute: number
  isUnavailable: IsUnavailable
}

const HTML = 'text/html; charset=utf-8'

/**
 * The checkout's documents: GET /checkout/modal for the frame in a merchant's page, GET /checkout/:token and
 * GET /checkout/:key/:token for the page that a customer is sent to. Reading one never uses a link up.
 */
export const checkoutPages: FastifyPluginAsync<CheckoutPagesOptions> = async (app, options) => {
  const { widgetDist, findMerchant, readSession, requestsPerMinute, isUnavailable } = options
  const modal = readAsset(join(widgetDist, 'checkout/index.html'), HTML)
  const document = readModalDocument(modal.bodies.identity.toString('utf8'))
  answerFailuresWithPages(app, isUnavailable)
  app.addHook('onRequest', app.rateLimit(limitPerMinute(requestsPerMinute)))

  app.get<{ Querystring: { key?: unknown } }>(
    '/checkout/modal',
    { schema: hidden },
    async (request, reply) => {
      const { key } = request.query
      const merchant = typeof key === 'string' ? await findMerchant(key) : undefined
      const refused = judgeFrame(key, merchant, request.headers.referer)
      reply.headers(modalHeaders)
      if (refused) {
        // It says what to change, to whoever's page it is; it has no session and can make none (docs/adr/0009).
        reply.headers({
          'cache-control': 'no-store',
          'content-security-policy': createPolicy(document, '*'),
        })
        return await sendCompressed(request, reply.code(403), document.render(refused), HTML)
      }
      const origins = merchant?.origins ?? []
      const policy = createPolicy(document, ancestorsOf(origins), origins)
      // It is the same for every customer of the merchant, so browsers keep it, and ask each time whether it still
      // holds: opening the checkout again then costs a 304. The policy is part of the ETag, since it can change.
      reply.headers({ 'cache-control': 'private, no-cache', 'content-security-policy': policy })
      return sendAsset(request, reply, modal, policy)
    },
  )

  // With the key, as create_order gives it, and without: the key is for the SDK, which may show the order in the modal.
  for (const path of ['/checkout/:token', '/checkout/:key/:token']) {
    app.get<{ Params: { token: string } }>(path, { schema: hidden }, async (request, reply) => {
      const { status, boot, imageOrigins } = await readLink(readSession, {
        token: request.params.token,
        browser: browserOf(request, request.params.token),
      })
      const policy = createPolicy(document, `'none'`, imageOrigins)
      reply.code(status).headers({ ...pageHeaders, 'content-security-policy': policy })
      return await sendCompressed(request, reply, document.render(boot), HTML)
    })
  }
}

/** The built document as it is: the modal's. @throws Error when its boot is another, since it is served unrendered */
function readModalDocument(file: string): CheckoutDocument {
  const document = readCheckoutDocument(file)
  if (document.render({ kind: 'modal' }) !== file) {
    throw new Error(
      'the checkout document boots as something else than the modal: build it with "npm run build"',
    )
  }
  return document
}

async function readLink(
  readSession: ReadSession,
  visitor: Visitor,
): Promise<{ status: 200 | 404 | 410; boot: CheckoutBoot; imageOrigins?: readonly string[] }> {
  const reading = isToken(visitor.token) ? await readSession(visitor) : { kind: 'unknown' as const }
  switch (reading.kind) {
    case 'open':
      return {
        status: 200,
        boot: { kind: 'page', session: reading.session },
        imageOrigins: reading.imageOrigins,
      }
    case 'dead_end':
      return { status: 410, boot: deadLink(reading.end, reading.closeUrl, reading.presentation) }
    case 'unknown':
      return { status: 404, boot: deadLink('not_found', null) }
  }
}
