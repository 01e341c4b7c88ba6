import {
  askApprovalSchema,
  CHECKOUT_APPROVAL_PATH,
  CHECKOUT_DECLINE_PATH,
  checkoutSessionSchema,
  declineApprovalSchema,
} from '@backd/contract/api/checkout.ts'
import { createSuccess } from '@backd/contract/api/envelope.ts'
import type { ErrorCode } from '@backd/contract/api/errors.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type AskApprovalPorts, askApproval } from '../use-cases/ask-approval.ts'
import { type DeclineApprovalPorts, declineApproval, withdrawApproval } from '../use-cases/end-approval.ts'
import { sessionRoute, visitorOf } from './checkout-visitor.ts'
import { limitEach } from './rate-limit.ts'
import { commonCodes, describeReplies } from './replies.ts'

export interface ApprovalOptions {
  ports: AskApprovalPorts & DeclineApprovalPorts
  /** From one address; of these a twentieth may ask colleagues, who are mailed. */
  requestsPerMinute: number
}

/** "Hand it to the approver": the buyer asks a colleague and may take that back; the colleague may decline. */
export const approvalRoutes: FastifyPluginAsyncZod<ApprovalOptions> = async (app, options) => {
  const { ports, requestsPerMinute } = options
  const fewMails = limitEach(app, Math.ceil(requestsPerMinute / 20), ({ ip }) => ip)

  app.post(
    CHECKOUT_APPROVAL_PATH,
    {
      onRequest: fewMails,
      schema: {
        ...describe('Ask a colleague to choose the terms', 'The session, with the request', [
          'approval_pending',
          'decision_pending',
          'approvals_used_up',
          'approver_is_buyer',
          'declined',
          'total_exceeds_limit',
          'email_undeliverable',
        ]),
        description: 'The same again, while it is pending, mails nothing and answers the same.',
        body: askApprovalSchema,
      },
    },
    async (request, reply) => {
      const session = await askApproval(ports, visitorOf(request, reply), request.body)
      return createSuccess(session, 'Colleague asked')
    },
  )

  app.delete(
    CHECKOUT_APPROVAL_PATH,
    {
      schema: {
        ...describe('Take the order back from the colleague', 'The session, with the request withdrawn', [
          'approval_not_pending',
        ]),
        description: 'Takes no body.',
      },
    },
    async (request, reply) => {
      const session = await withdrawApproval(ports, visitorOf(request, reply))
      return createSuccess(session, 'Request taken back')
    },
  )

  app.post(
    CHECKOUT_DECLINE_PATH,
    {
      schema: {
        ...describe('Decline to approve', 'The session, with the request declined', ['approval_not_pending']),
        body: declineApprovalSchema,
      },
    },
    async (request, reply) => {
      const session = await declineApproval(ports, visitorOf(request, reply), request.body.reason)
      return createSuccess(session, 'Request declined')
    },
  )
}

/** What each of these routes says of itself in /openapi.json. @param codes that it alone answers */
function describe(summary: string, answer: string, codes: ErrorCode[]) {
  return {
    ...sessionRoute,
    summary,
    response: describeReplies(answer, checkoutSessionSchema, [
      ...commonCodes,
      'unauthorized',
      'role_not_allowed',
      'not_found',
      'checkout_expired',
      'approval_withdrawn',
      'approval_expired',
      'terms_already_selected',
      'order_cancelled',
      'verification_required',
      ...codes,
    ]),
  }
}
