import { and, eq, type SQL, sql } from 'drizzle-orm'
import { orders } from './schema.ts'

/** Orders under a merchant's id, held or not. The index is on lower(); the id itself then decides. */
export const isMerchantOrderId = (id: string): SQL | undefined =>
  and(sql`lower(${orders.merchantOrderId}) = lower(${id})`, eq(orders.merchantOrderId, id))
