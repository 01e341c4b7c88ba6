import { z } from 'zod'
import type { Plan } from '../plans.ts'
import type { SessionOffer } from '../session.ts'

/** A plan as a merchant's row keeps it. */
export const planSchema: z.ZodType<Plan> = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be lower-case letters, digits and dashes'),
  name: z.string().min(1).max(60),
  payments: z.int().min(1).max(60),
  interval: z.strictObject({
    unit: z.enum(['day', 'week', 'month']),
    count: z.int().min(1).max(366),
  }),
  fee_bps: z.int().min(0).max(10_000),
})

/** All the plans of a merchant: at least one, each id once. */
export const plansSchema = z
  .array(planSchema)
  .min(1, 'must have at least one plan')
  .refine((plans) => new Set(plans.map(({ id }) => id)).size === plans.length, 'must not name an id twice')

const isoDate = z.iso.date()

/** A plan worked out for one order, as a session shows it. */
export const sessionOfferSchema: z.ZodType<SessionOffer> = z.object({
  plan_id: z.string(),
  name: z.string(),
  interval: z.object({
    unit: z.enum(['day', 'week', 'month']),
    count: z.int(),
  }),
  starts_on: isoDate,
  order_total_cents: z.int(),
  fee_cents: z.int(),
  total_cents: z.int(),
  payments: z.array(z.object({ due_on: isoDate, amount_cents: z.int() })),
  apr: z.number().meta({ description: 'The yearly cost in percent, with two decimals' }),
})
