import { z } from 'zod'
import { textSchema } from '../order.ts'
import { planSchema } from './plan.ts'

/** GET: a merchant's plans, for what its pages say before there is an order ("as low as … / month"). */
export const MERCHANT_PLANS_PATH = '/checkout/api/plans'

export const merchantPlansQuerySchema = z.strictObject({
  public_api_key: textSchema.max(255, 'must have at most 255 characters'),
})

/** As numbers: contract/plans.ts works them out for an amount, as the checkout does for an order. */
export const merchantPlansSchema = z.object({ plans: z.array(planSchema) })
export type MerchantPlans = z.infer<typeof merchantPlansSchema>
