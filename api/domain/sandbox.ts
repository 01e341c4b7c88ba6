import type { Plan } from '@backd/contract/plans.ts'
import type { NewMerchant } from './merchant.ts'

const plan = (
  id: string,
  name: string,
  payments: number,
  interval: Plan['interval'],
  fee_bps: number,
): Plan => ({ id, name, payments, interval, fee_bps })

/** The plans a merchant starts with, written into its row; from then on the row alone counts. */
export const startingPlans: readonly Plan[] = [
  plan('net-30', 'Net 30', 1, { unit: 'day', count: 30 }, 0),
  plan('net-60', 'Net 60', 1, { unit: 'day', count: 60 }, 150),
  plan('weekly-12', '12 weekly payments', 12, { unit: 'week', count: 1 }, 200),
  plan('monthly-3', '3 monthly payments', 3, { unit: 'month', count: 1 }, 250),
  plan('monthly-6', '6 monthly payments', 6, { unit: 'month', count: 1 }, 450),
  plan('monthly-12', '12 monthly payments', 12, { unit: 'month', count: 1 }, 850),
]

/** $100,000.00 */
export const STARTING_ORDER_LIMIT_CENTS = 10_000_000
export const STARTING_INCREASE_LIMIT_PERCENT = 10

/** Known to everyone, like a test card: never to be found in production. */
export const SANDBOX_PUBLIC_KEY = '518ce188-8295-422c-a4a2-8329ffd40341'
export const SANDBOX_SECRET_KEY = 'sk_sandbox_demo'

/** The code that every customer of the sandbox may enter. */
export const SANDBOX_CODE = '000000'

/** The merchant of the demo shop. */
export function sandboxMerchant(origins: string[]): NewMerchant {
  return {
    publicKey: SANDBOX_PUBLIC_KEY,
    name: 'Northwind Office Supply',
    origins,
    plans: [...startingPlans],
    orderLimitCents: STARTING_ORDER_LIMIT_CENTS,
    increaseLimitPercent: STARTING_INCREASE_LIMIT_PERCENT,
    verifyCustomer: true,
  }
}
