import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { RefundRepository } from '../use-cases/ports/refunds.ts'
import type { Handle } from './handle.ts'
import { merchantsNow } from './merchants-now.ts'
import { merchants, orders, refunds } from './schema.ts'

export function createRefundRepository(db: Handle): RefundRepository {
  return {
    async add(backdOrderId, refund) {
      await db.insert(refunds).values({ backdOrderId, status: 'draft', ...refund })
    },

    async end(id, status, at) {
      await db.update(refunds).set({ status, endedAt: at }).where(eq(refunds.id, id))
    },

    async findToSettle(now, limit, after) {
      const { id, backdOrderId, lockedAt } = refunds
      return await db
        .select({ id, backdOrderId, lockedAt })
        .from(refunds)
        .innerJoin(orders, eq(orders.backdOrderId, backdOrderId))
        .innerJoin(merchants, eq(merchants.id, orders.merchantId))
        .where(
          and(
            inArray(refunds.status, ['draft', 'approved']),
            sql`${lockedAt} <= ${merchantsNow(now)}`,
            after && or(gt(lockedAt, after.lockedAt), and(eq(lockedAt, after.lockedAt), gt(id, after.id))),
          ),
        )
        .orderBy(asc(lockedAt), asc(id))
        .limit(limit)
    },
  }
}
