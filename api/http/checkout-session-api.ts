import {
  CHECKOUT_FRAME_PATH,
  CHECKOUT_SESSION_PATH,
  CHECKOUT_TERMS_PATH,
  checkoutOrderReplySchema,
  checkoutSessionSchema,
  frameLinkSchema,
  selectTermsSchema,
} from '@backd/contract/api/checkout.ts'
import { createSuccess } from '@backd/contract/api/envelope.ts'
import { readPresentation } from '@backd/contract/presentation.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type OpenInFramePorts, openInFrame } from '../use-cases/open-in-frame.ts'
import { readSession } from '../use-cases/read-session.ts'
import { deadEnd, unknownLink } from '../use-cases/refusals.ts'
import { type SelectTermsPorts, selectTerms } from '../use-cases/select-terms.ts'
import { type ApprovalOptions, approvalRoutes } from './approval-routes.ts'
import { bearerOf, noStore, sessionRoute, visitorOf } from './checkout-visitor.ts'
import { limitPerMinute } from './rate-limit.ts'
import { commonCodes, describeReplies } from './replies.ts'
import { type VerificationOptions, verificationRoutes } from './verification-routes.ts'

export interface CheckoutSessionOptions extends VerificationOptions {
  ports: VerificationOptions['ports'] & ApprovalOptions['ports'] & SelectTermsPorts & OpenInFramePorts
}

/** The checkout's session, opened by the token that the checkout holds. Our own origin alone calls it: no CORS. */
export const checkoutSessionApi: FastifyPluginAsyncZod<CheckoutSessionOptions> = async (app, options) => {
  const { ports, requestsPerMinute } = options
  app.addHook('onRequest', app.rateLimit(limitPerMinute(requestsPerMinute)))
  app.addHook('onRequest', noStore)
  app.addHook('onRequest', async (request, reply) => void bearerOf(request, reply))

  app.get(
    CHECKOUT_SESSION_PATH,
    {
      schema: {
        summary: 'Read the session',
        ...sessionRoute,
        response: describeReplies('The session', checkoutSessionSchema, [
          'unauthorized',
          'not_found',
          'checkout_expired',
          'approval_withdrawn',
          'approval_expired',
          'too_many_requests',
          'internal_error',
          'unavailable',
        ]),
      },
    },
    async (request, reply) => {
      const reading = await readSession(ports, visitorOf(request, reply))
      if (reading.kind === 'unknown') throw unknownLink()
      if (reading.kind === 'dead_end') throw deadEnd(reading.end)
      return createSuccess(reading.session, 'Session found')
    },
  )

  app.post(
    CHECKOUT_FRAME_PATH,
    {
      schema: {
        summary: 'Exchange a customer_url for the modal’s own link',
        description:
          'Called by the modal with the token of a page’s link, which stays as it is, from registered pages only.',
        ...sessionRoute,
        body: frameLinkSchema,
        response: describeReplies('The order and its checkout', checkoutOrderReplySchema, [
          ...commonCodes,
          'unauthorized',
          'origin_not_allowed',
          'not_found',
          'checkout_expired',
        ]),
      },
    },
    async (request, reply) => {
      const data = await openInFrame(ports, {
        token: bearerOf(request, reply),
        origin: request.headers.origin,
        pageOrigin: request.body.page_origin,
        presentation: readPresentation(request.body),
      })
      return createSuccess(data, 'Checkout opened')
    },
  )

  app.post(
    CHECKOUT_TERMS_PATH,
    {
      schema: {
        summary: 'Select payment terms',
        ...sessionRoute,
        body: selectTermsSchema,
        response: describeReplies('The session, with the terms that were selected', checkoutSessionSchema, [
          ...commonCodes,
          'unauthorized',
          'not_found',
          'checkout_expired',
          'approval_withdrawn',
          'approval_expired',
          'terms_already_selected',
          'order_cancelled',
          'verification_required',
          'approval_pending',
          'approval_not_pending',
          'decision_pending',
          'offer_changed',
          'duplicate_merchant_order_id',
          'total_exceeds_limit',
          'declined',
        ]),
      },
    },
    async (request, reply) => {
      const session = await selectTerms(ports, visitorOf(request, reply), request.body)
      return createSuccess(session, 'Payment terms selected')
    },
  )
  await app.register(verificationRoutes, options)
  await app.register(approvalRoutes, options)
}
