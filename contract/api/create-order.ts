import { z } from 'zod'
import {
  contactSchema,
  emailSchema,
  merchantSchema,
  orderCoreShape,
  redirectModeSchema,
  textSchema,
} from '../order.ts'
import { orderStatusSchema } from './order-data.ts'
import { localeSchema } from './presentation.ts'

export const CREATE_ORDER_PATH = '/create_order'

/** Supporting documents: 5 at most, 10 MB together once decoded; PDF, PNG or JPEG by their first bytes. */
export const MAX_DOCUMENTS = 5
export const MAX_DOCUMENT_BYTES = 10_000_000

export const documentSchema = z.strictObject({
  documentBase64: z.string().min(1, 'must not be empty'),
  filename: textSchema.max(255, 'must have at most 255 characters'),
  documentRef: textSchema,
})

/** POST /create_order (S0). `merchant` is tolerated; its public_api_key must then be the caller's. */
export const createOrderSchema = z
  .strictObject({
    merchant: merchantSchema.partial({ name: true }).optional(),
    mode: redirectModeSchema,
    billing: contactSchema.nullish(),
    ...orderCoreShape,
    customer_email: emailSchema.nullish(),
    locale: localeSchema.nullish(),
    notify_customer: z.boolean({ error: 'must be true or false' }).nullish(),
    documents: z
      .array(documentSchema)
      .max(MAX_DOCUMENTS, `must have at most ${MAX_DOCUMENTS} documents`)
      .nullish(),
  })
  .superRefine((order, context) => {
    if (order.notify_customer && !order.customer_email) {
      context.addIssue({
        code: 'custom',
        path: ['customer_email'],
        message: 'is required when notify_customer is true',
      })
    }
  })
export type CreateOrder = z.infer<typeof createOrderSchema>

export const createdOrderSchema = z.object({
  backd_order_id: z.string(),
  customer_url: z.url(),
  order_total: z.number(),
  status: orderStatusSchema,
  merchant_order_id: z.string(),
  create_date: z.iso.datetime(),
  notified_customer: z.boolean(),
})
export type CreatedOrder = z.infer<typeof createdOrderSchema>
