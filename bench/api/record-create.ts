import { createHash } from 'node:crypto'
import type { BenchDatabase } from './database.ts'
import { call, createOrderJson, newMerchantOrderId } from './orders.ts'
import type { Script } from './pgbench.ts'
import { createScript } from './statement-log.ts'

/**
 * The very SQL of create_order, as the server heard it for one call: what pgbench runs follows the code by itself.
 * @param create its path on the API
 */
export async function recordCreate(database: BenchDatabase, origin: string): Promise<Script> {
  const merchantOrderId = newMerchantOrderId()
  let made = { backd_order_id: '', customer_url: '' }
  const statements = await database.record(async () => {
    made = (await call(origin, '/create_order', createOrderJson(merchantOrderId))).body.data
  })
  const token = made.customer_url.split('/').at(-1) ?? ''
  const script = createScript(statements, {
    merchant_order_id: merchantOrderId,
    backd_order_id: made.backd_order_id,
    token_hash: createHash('sha256').update(token).digest('hex'),
  })
  const inserts = script.sql.match(/insert into "?(orders|order_events|checkout_sessions)\b/g) ?? []
  if (inserts.length !== 3) throw new Error(`not all of create_order's SQL was recorded:\n${script.sql}`)
  return script
}
