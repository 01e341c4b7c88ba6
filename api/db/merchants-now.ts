import { type SQL, sql } from 'drizzle-orm'
import { merchants } from './schema.ts'

/** What time it is for the merchant of a row, where `merchants` is joined. @param now the machine's time */
export function merchantsNow(now: Date): SQL {
  return sql`${now.toISOString()}::timestamptz + ${merchants.clockOffsetMs} * interval '1 millisecond'`
}
