import type { OrderWithRefunds } from '../domain/refund.ts'
import type { Credentials, MerchantRepository } from '../use-cases/ports/merchants.ts'
import type { OrderRepository } from '../use-cases/ports/orders.ts'
import { gather } from './batches.ts'
import { isDatabaseUnavailable, isWorthRetrying } from './errors.ts'
import { prepareFindCredentials } from './find-credentials.ts'
import { type AskedOrder, prepareFindOrders } from './find-orders.ts'
import type { Handle } from './handle.ts'
import { createOrderRows, type NewOrderRows, prepareInsertOrders } from './insert-orders.ts'

/** A larger order goes by itself: those of other merchants shall not wait for it. */
const LARGE_ORDER_CHARACTERS = 16_384

export interface SharedStatements {
  merchants: Pick<MerchantRepository, 'findCredentials'>
  orders: Pick<OrderRepository, 'insert' | 'findOfMerchant'>
}

/**
 * What nearly every call asks for, shared by the calls of a moment (see batches.ts). Outside of transactions only, which
 * have their own connection and see what is theirs.
 * @param atOnce how many statements of a kind may run at a time
 */
export function createSharedStatements(db: Handle, atOnce: number): SharedStatements {
  const findCredentials = gather<string, Credentials | undefined>(atOnce, prepareFindCredentials(db))
  const findOrder = gather<AskedOrder, OrderWithRefunds | undefined>(atOnce, prepareFindOrders(db))
  const insertOrders = prepareInsertOrders(db)
  const insertOrder = gather<NewOrderRows, boolean>(atOnce, (rows) => insertEach(insertOrders, rows))
  return {
    merchants: { findCredentials },
    orders: {
      async insert(order, event, link) {
        const rows = createOrderRows(order, event, link)
        if (rows.order.length <= LARGE_ORDER_CHARACTERS) return await insertOrder(rows)
        return (await insertOrders([rows]))[0] === true
      },
      findOfMerchant: (merchantId, backdOrderId) => findOrder({ merchantId, backdOrderId }),
    },
  }
}

/**
 * A row that the database refuses is its call's fault alone: the statement left nothing, so each is inserted by itself.
 * When the database is gone nobody knows what it left, and nothing may be sent twice.
 */
async function insertEach(
  insert: (rows: readonly NewOrderRows[]) => Promise<boolean[]>,
  rows: readonly NewOrderRows[],
): Promise<(boolean | Error)[]> {
  try {
    return await insert(rows)
  } catch (error) {
    const isUndone = isWorthRetrying(error) || !isDatabaseUnavailable(error)
    if (rows.length === 1 || !isUndone) throw error
    const alone = await Promise.allSettled(rows.map((row) => insert([row])))
    return alone.map((one) =>
      one.status === 'fulfilled' ? one.value[0] === true : new Error('insert failed', { cause: one.reason }),
    )
  }
}
