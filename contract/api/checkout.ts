import { z } from 'zod'
import { emailSchema, looseTextSchema, orderSchema } from '../order.ts'
import {
  type Approval,
  approvalStates,
  type CheckoutSession,
  confirmationStates,
  decisions,
  type Verification,
} from '../session.ts'
import { orderStatusSchema } from './order-data.ts'
import { sessionOfferSchema } from './plan.ts'
import { presentationShape, shownAppearanceSchema } from './presentation.ts'

/** The checkout's own endpoints, called by the SDK (redirect) and by the checkout (both modes). */
export const CHECKOUT_ORDERS_PATH = '/checkout/api/orders'
export const CHECKOUT_SESSION_PATH = '/checkout/api/session'
export const CHECKOUT_FRAME_PATH = '/checkout/api/session/frame'
export const CHECKOUT_TERMS_PATH = '/checkout/api/session/terms'
export const CHECKOUT_CODE_PATH = '/checkout/api/session/code'
export const CHECKOUT_VERIFICATION_PATH = '/checkout/api/session/verification'
export const CHECKOUT_APPROVAL_PATH = '/checkout/api/session/approval'
export const CHECKOUT_DECLINE_PATH = '/checkout/api/session/approval/decline'

/**
 * POST /checkout/api/orders: makes an order with the public key alone.
 * The page is the request's Origin; the modal, which is on our own origin, names its host in `page_origin` as the
 * handshake told it. `locale` and `appearance` say how the checkout is shown; they are kept with the link.
 */
export const checkoutOrderSchema = z.strictObject({
  order: orderSchema,
  ...presentationShape,
  page_origin: z.string().max(2048).optional(),
})
export type CheckoutOrder = z.infer<typeof checkoutOrderSchema>

/**
 * POST /checkout/api/session/frame: the modal, which was given a page's link, asks for a link of its own to the same order
 * (docs/adr/0026). What is not given of `locale` and `appearance` is as the page's link has it.
 */
export const frameLinkSchema = z.strictObject({
  ...presentationShape,
  page_origin: z.string().max(2048).optional(),
})
export type FrameLink = z.infer<typeof frameLinkSchema>

const verificationSchema: z.ZodType<Verification> = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('not_needed') }),
  z.strictObject({
    state: z.literal('required'),
    email: z.string(),
    reason: z.enum(['first', 'other_browser']),
    code: z
      .strictObject({
        sent_at: z.iso.datetime(),
        resend_at: z.iso.datetime(),
        expires_at: z.iso.datetime(),
      })
      .nullable(),
  }),
  z.strictObject({ state: z.literal('done'), email: z.string() }),
])

const approvalSchema: z.ZodType<Approval> = z.strictObject({
  state: z.enum(approvalStates),
  approver_email: z.string(),
  requested_by: z.string().nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  requested_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  decided_at: z.iso.datetime().nullable(),
})

export const checkoutSessionSchema: z.ZodType<CheckoutSession> = z.object({
  backd_order_id: z.string(),
  merchant_order_id: z.string(),
  merchant_name: z.string(),
  role: z.enum(['buyer', 'approver']),
  status: orderStatusSchema,
  order_total_cents: z.int(),
  cart_amount_cents: z.int(),
  tax_amount_cents: z.int(),
  shipping_amount_cents: z.int(),
  discount_amount_cents: z.int(),
  items: z.array(
    z.object({
      display_name: z.string(),
      sku: z.string(),
      qty: z.number(),
      line_price_cents: z.int().nullable(),
      image_url: z.url().nullable(),
    }),
  ),
  buyer: z
    .object({
      name: z.string(),
      company_name: z.string().nullable(),
      email: z.string(),
    })
    .nullable(),
  offers: z.array(sessionOfferSchema),
  agreement: z.object({ version: z.string(), text: z.string() }),
  selected: z
    .object({
      offer: sessionOfferSchema,
      schedule: sessionOfferSchema,
      agreement_version: z.string(),
      selected_at: z.iso.datetime(),
    })
    .nullable(),
  return_urls: z
    .object({ success: z.string(), close: z.string(), backd_signature: z.string().nullable() })
    .nullable(),
  locale: z.string().nullable(),
  appearance: shownAppearanceSchema.nullable(),
  verification: verificationSchema,
  decision: z.enum(decisions),
  confirmation: z.object({ state: z.enum(confirmationStates), email: z.string() }).nullable(),
  approval: approvalSchema.nullable(),
  expires_at: z.iso.datetime(),
})

/**
 * `token` opens the session (Authorization: Bearer); it is given once and only its hash is stored. `customer_url` is the
 * checkout's page, to which the SDK sends the customer; null unless the order's mode is `redirect`.
 */
export const checkoutOrderReplySchema = z.object({
  backd_order_id: z.string(),
  merchant_order_id: z.string(),
  token: z.string(),
  customer_url: z.url().nullable(),
  session: checkoutSessionSchema,
})
export type CheckoutOrderReply = z.infer<typeof checkoutOrderReplySchema>

/**
 * POST /checkout/api/session/terms: the customer's choice, with what they saw. When the dates or the total have moved
 * since, 409 offer_changed: nobody is bound to a schedule they were not shown.
 */
export const selectTermsSchema = z.strictObject({
  plan_id: z.string().min(1).max(40),
  starts_on: z.iso.date(),
  total_cents: z.int(),
  agreement_version: z.string().min(1).max(40),
  agreed: z.literal(true, { error: 'must be true: the customer has to agree' }),
})
export type SelectTerms = z.infer<typeof selectTermsSchema>

/**
 * POST /checkout/api/session/verification: the six digits of the code that POST /checkout/api/session/code (which has no
 * body) sent to the customer's address. Both answer the session.
 */
export const verifyCodeSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[0-9]{6}$/, 'must be the six digits of the code')
    .meta({ examples: ['000000'] }),
})
export type VerifyCode = z.infer<typeof verifyCodeSchema>

/**
 * POST /checkout/api/session/approval: the buyer has a colleague choose in their place, who is mailed a link of their
 * own. DELETE, which has no body, takes the order back. Both answer the session.
 */
export const askApprovalSchema = z.strictObject({
  approver_email: emailSchema,
  note: looseTextSchema.nullish(),
})
export type AskApproval = z.infer<typeof askApprovalSchema>

/** POST /checkout/api/session/approval/decline: the colleague chooses no terms. Answers the session. */
export const declineApprovalSchema = z.strictObject({ reason: looseTextSchema.nullish() })
export type DeclineApproval = z.infer<typeof declineApprovalSchema>
