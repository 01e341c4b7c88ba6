import type { OrderWithRefunds } from '../domain/refund.ts'
import type { Credentials, MerchantRepository } from '../use-cases/ports/merchants.ts'
import type { OrderRepository } from '../use-cases/ports/orders.ts'
import { gather } from './batches.ts'
import { isDatabaseUnavailable, isLockNotGiven, isUndone } from './errors.ts'
import { prepareFindCredentials } from './find-credentials.ts'
import { type AskedOrder, prepareFindOrders } from './find-orders.ts'
import type { Handle } from './handle.ts'
import { createOrderRows, type NewOrderRows, prepareInsertOrders } from './insert-orders.ts'
import { createLines } from './line.ts'

/** A larger order goes by itself: those of other merchants shall not wait for it. */
const LARGE_ORDER_CHARACTERS = 16_384
/** Only a statement that waits for a disk leaves time for another; two reads are the same work in smaller parts. */
const READS_AT_ONCE = 1
/** How long an insert waits for an id that an order not yet committed holds. A transaction of one call may wait longer. */
const LOCK_TIMEOUT_MS = 100
/** How long a create whose statement was refused may wait for others of its merchant. */
const WAIT_FOR_TURN_MS = 10_000

export interface SharedStatements {
  merchants: Pick<MerchantRepository, 'findCredentials'>
  orders: Pick<OrderRepository, 'insert' | 'findOfMerchant'>
}

/**
 * What nearly every call asks for, shared by the calls of a moment (see batches.ts). Outside of transactions only, which
 * have their own connection and see what is theirs.
 * @param insertsAtOnce how many inserts may run at a time
 */
export function createSharedStatements(db: Handle, insertsAtOnce: number): SharedStatements {
  const findCredentials = shareRead<string, Credentials | undefined>(prepareFindCredentials(db))
  const findOrder = shareRead<AskedOrder, OrderWithRefunds | undefined>(prepareFindOrders(db))
  const insertOrders = prepareInsertOrders(db, LOCK_TIMEOUT_MS)
  const insertShared = gather<NewOrderRows, boolean>(insertsAtOnce, insertOrders)
  const inTurn = createLines(WAIT_FOR_TURN_MS)

  /** What holds the id may take its time: the call is judged in a transaction of its own, as if the id were taken. */
  const insertAlone = async (rows: NewOrderRows): Promise<boolean> => {
    try {
      return (await insertOrders([rows]))[0] === true
    } catch (error) {
      if (isLockNotGiven(error)) return false
      throw error
    }
  }

  return {
    merchants: { findCredentials },
    orders: {
      async insert(order, event, link) {
        const rows = createOrderRows(order, event, link)
        if (rows.order.length > LARGE_ORDER_CHARACTERS) return await insertAlone(rows)
        try {
          return await insertShared(rows)
        } catch (error) {
          // A row that the database refuses is its call's fault alone: the statement left nothing, so each is inserted by
          // itself, one of a merchant at a time. When the database is gone nobody knows what it left, and nothing is sent twice.
          if (!isUndone(error)) throw error
          return await inTurn(order.merchantId, () => insertAlone(rows))
        }
      },
      findOfMerchant: (merchantId, backdOrderId) => findOrder({ merchantId, backdOrderId }),
    },
  }
}

/** A read that is refused with others is asked again by itself; a database that is busy is not asked more. */
function shareRead<Item, Found>(
  read: (items: readonly Item[]) => Promise<(Found | Error)[]>,
): (item: Item) => Promise<Found> {
  const readShared = gather<Item, Found>(READS_AT_ONCE, read)
  return async (item) => {
    try {
      return await readShared(item)
    } catch (error) {
      if (!isUndone(error) || isDatabaseUnavailable(error)) throw error
      const [found] = await read([item])
      if (found instanceof Error) throw found
      return found as Found
    }
  }
}
