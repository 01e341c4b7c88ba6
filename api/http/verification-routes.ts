import {
  CHECKOUT_CODE_PATH,
  CHECKOUT_VERIFICATION_PATH,
  checkoutSessionSchema,
  verifyCodeSchema,
} from '@backd/contract/api/checkout.ts'
import { createSuccess } from '@backd/contract/api/envelope.ts'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type SendCodePorts, sendCode } from '../use-cases/send-code.ts'
import { type VerifyCodePorts, verifyCode } from '../use-cases/verify-code.ts'
import type { Visitor } from '../use-cases/view-session.ts'
import { browserCookie } from './browser-cookie.ts'
import { sessionRoute, visitorOf } from './checkout-visitor.ts'
import { limitEach } from './rate-limit.ts'
import { commonCodes, describeReplies } from './replies.ts'

export interface VerificationOptions {
  ports: SendCodePorts & VerifyCodePorts
  /** From one address; of these a twentieth may be about codes. */
  requestsPerMinute: number
}

/** "Verify it is you": sends a code to the customer's address, and takes it. */
export const verificationRoutes: FastifyPluginAsyncZod<VerificationOptions> = async (app, options) => {
  const { ports, requestsPerMinute } = options
  // One person needs few; whoever tries links one after the other needs many, and each has its own tries.
  app.addHook(
    'onRequest',
    limitEach(app, Math.ceil(requestsPerMinute / 20), ({ ip }) => ip),
  )

  const setCookie = (reply: FastifyReply, { token }: Visitor, browser: string | undefined) => {
    if (browser !== undefined) reply.header('set-cookie', browserCookie(reply, token, browser))
  }

  app.post(
    CHECKOUT_CODE_PATH,
    {
      schema: {
        ...sessionRoute,
        summary: 'Send a code to the customer’s address',
        description:
          'Takes no body. Within half a minute of the last code it sends no other, and answers the same. On a page the answer sets the cookie of the browser in which the code is to be entered.',
        response: describeReplies('The session, with when the code was sent', checkoutSessionSchema, [
          ...commonCodes,
          'unauthorized',
          'not_found',
          'checkout_expired',
          'approval_withdrawn',
          'approval_expired',
          'email_undeliverable',
        ]),
      },
    },
    async (request, reply) => {
      const visitor = visitorOf(request, reply)
      const { session, browser } = await sendCode(ports, visitor)
      setCookie(reply, visitor, browser)
      return createSuccess(session, 'Code sent')
    },
  )

  app.post(
    CHECKOUT_VERIFICATION_PATH,
    {
      schema: {
        ...sessionRoute,
        summary: 'Enter the code',
        description:
          'A page’s link counts as verified in this browser alone, which its cookie tells; the answer sets one where the sending of the code has not. Entered again in the same browser, the right code is answered as verified.',
        body: verifyCodeSchema,
        response: describeReplies('The session, verified', checkoutSessionSchema, [
          ...commonCodes,
          'unauthorized',
          'not_found',
          'checkout_expired',
          'approval_withdrawn',
          'approval_expired',
          'code_expired',
          'code_wrong',
        ]),
      },
    },
    async (request, reply) => {
      const visitor = visitorOf(request, reply)
      const { session, browser } = await verifyCode(ports, visitor, request.body.code)
      setCookie(reply, visitor, browser)
      return createSuccess(session, 'Customer verified')
    },
  )
}
