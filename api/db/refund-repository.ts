import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import type { RefundRepository } from '../use-cases/ports/refunds.ts'
import type { Handle } from './handle.ts'
import { refunds } from './schema.ts'

export function createRefundRepository(db: Handle): RefundRepository {
  return {
    async add(backdOrderId, refund) {
      await db.insert(refunds).values({ backdOrderId, status: 'draft', ...refund })
    },

    async end(id, status, at) {
      await db.update(refunds).set({ status, endedAt: at }).where(eq(refunds.id, id))
    },

    async findOrdersToSettle(now, limit) {
      const rows = await db
        .select({ backdOrderId: refunds.backdOrderId })
        .from(refunds)
        .where(and(inArray(refunds.status, ['draft', 'approved']), lte(refunds.lockedAt, now)))
        .orderBy(asc(refunds.lockedAt))
        .limit(limit)
      return rows.map(({ backdOrderId }) => backdOrderId)
    },
  }
}
