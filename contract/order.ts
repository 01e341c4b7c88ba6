import { z } from 'zod'
import { type AmountFault, findAmountFault } from './money.ts'
import { findUrlFault } from './url.ts'

/**
 * The Order Object and its parts (S1, S0). Shapes only: whether the sums agree is a rule (422), not a shape (400).
 * Unknown keys are refused, so that a misspelt `shiping` is not lost in silence (CONTRACT "Decisions").
 */

/** Text that PostgreSQL can store and a screen can show: no NUL, no lone surrogates. */
const storable = (value: string) => !value.includes('\0') && value.isWellFormed()

/** Required free text: 1 to 500 characters. */
export const textSchema = z
  .string()
  .max(500, 'must have at most 500 characters')
  .refine((value) => value.trim() !== '', 'must not be empty')
  .refine(storable, 'must not contain NUL or broken Unicode')

/** Optional free text: it may be empty. */
export const looseTextSchema = z
  .string()
  .max(500, 'must have at most 500 characters')
  .refine(storable, 'must not contain NUL or broken Unicode')

/** The merchant's own identifier of an order: 1 to 255 characters. */
export const merchantOrderIdSchema = textSchema.max(255, 'must have at most 255 characters')

/** BO-20260416-7K3M9QX2: the date, then random characters that cannot be guessed or counted. */
export const backdOrderIdSchema = z
  .string()
  .min(1, 'must not be empty')
  .max(64, 'must have at most 64 characters')

export const emailSchema = z
  .email({
    pattern: z.regexes.html5Email,
    error: 'must be an email address like joe@example.com',
  })
  .max(254, 'must have at most 254 characters')

const amountFaults: Record<AmountFault, string> = {
  not_a_number: 'must be a number of dollars, like 99.5',
  negative: 'must not be negative',
  too_many_decimals: 'must have at most two decimals',
  too_large: 'must be at most 9999999.99',
}

/** Decimal dollars, at most two decimals, 0 to 9,999,999.99. */
export const dollarsSchema = z
  .number({ error: amountFaults.not_a_number })
  .superRefine((value, context) => {
    const fault = findAmountFault(value)
    if (fault) context.addIssue({ code: 'custom', message: amountFaults[fault] })
  })
  .meta({
    description: 'Decimal dollars with at most two decimals',
    example: 500,
  })

/** Where the customer is sent back to. */
export const redirectUrlSchema = z
  .string()
  .max(2048, 'must have at most 2048 characters')
  .refine(storable, 'must not contain NUL or broken Unicode')
  .superRefine((value, context) => {
    const fault = findUrlFault(value)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })

/**
 * A link shown with an item. Plain http is taken, as in S1's own example; what a browser then loads is the checkout's
 * to decide.
 */
const itemUrlSchema = z
  .string()
  .max(2048, 'must have at most 2048 characters')
  .refine(storable, 'must not contain NUL or broken Unicode')
  .refine((value) => value === '' || /^https?:\/\//i.test(value), 'must be an absolute http(s) URL')

export const personNameSchema = z.strictObject({
  first: textSchema,
  last: textSchema,
})

export const addressSchema = z.strictObject({
  line1: textSchema,
  line2: looseTextSchema.nullish(),
  city: textSchema,
  state: textSchema,
  zipcode: textSchema,
  country: textSchema,
})

/** Name, address, phone and email of a billing or shipping contact. */
export const contactSchema = z
  .strictObject({
    name: personNameSchema,
    company_name: looseTextSchema.nullish(),
    address: addressSchema,
    phone_number: textSchema,
    email: emailSchema,
  })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof contactSchema>

/** 9,999,999.99 dollars written in cents. */
const MAX_UNIT_PRICE = 999_999_999

export const itemSchema = z
  .strictObject({
    display_name: textSchema,
    sku: textSchema,
    /** Dollars or cents: see line-prices.ts. */
    unit_price: z
      .number({ error: 'must be a number' })
      .nonnegative('must not be negative')
      .max(MAX_UNIT_PRICE, 'must be at most 999999999'),
    qty: z
      .number({ error: 'must be a number' })
      .positive('must be more than 0')
      .max(1_000_000, 'must be at most 1000000'),
    item_image_url: itemUrlSchema.nullish(),
    item_url: itemUrlSchema.nullish(),
  })
  .meta({ id: 'Item' })
export type Item = z.infer<typeof itemSchema>

export const itemsSchema = z
  .array(itemSchema, { error: 'must be a list with at least one item' })
  .min(1, 'must have at least one item')
  .max(1000, 'must have at most 1000 items')

/** The five amounts, in dollars. order_total = cart + tax + shipping - discount is judged apart (422). */
export const amountsShape = {
  order_total: dollarsSchema,
  cart_amount: dollarsSchema,
  tax_amount: dollarsSchema.nullish(),
  shipping_amount: dollarsSchema.nullish(),
  discount_amount: dollarsSchema.nullish(),
}

export const redirectModeSchema = z.strictObject({
  type: z.literal('redirect', { error: 'must be "redirect"' }),
  order_success_url: redirectUrlSchema,
  order_close_url: redirectUrlSchema,
})
export type RedirectMode = z.infer<typeof redirectModeSchema>

/** "modal" ignores the URLs, whatever they are (S1). */
const modalModeSchema = z.strictObject({
  type: z.literal('modal').optional(),
  order_success_url: z.unknown().optional(),
  order_close_url: z.unknown().optional(),
})

export const modeSchema = z.discriminatedUnion('type', [modalModeSchema, redirectModeSchema], {
  error: 'type must be "modal" or "redirect"',
})
export type Mode = z.infer<typeof modeSchema>

export const merchantSchema = z.strictObject({
  public_api_key: textSchema,
  name: textSchema,
})

/** What every order has, however it is made. */
export const orderCoreShape = {
  merchant_order_id: merchantOrderIdSchema,
  merchant_order_status: looseTextSchema.nullish(),
  ...amountsShape,
  shipping: contactSchema.nullish(),
  items: itemsSchema,
}

/** The Order Object that a merchant's page passes to initializeWidget (S1). */
export const orderSchema = z.strictObject({
  merchant: merchantSchema,
  mode: modeSchema.nullish(),
  billing: contactSchema,
  ...orderCoreShape,
})
export type Order = z.infer<typeof orderSchema>
