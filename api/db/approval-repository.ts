import { and, asc, count, desc, eq, gt, gte, ne, notInArray, or, sql } from 'drizzle-orm'
import type { ApprovalRequest } from '../domain/approval.ts'
import type { ApprovalRepository } from '../use-cases/ports/approvals.ts'
import type { Handle } from './handle.ts'
import { merchantsNow } from './merchants-now.ts'
import { approvalRequests, merchants, orders } from './schema.ts'

export function createApprovalRepository(db: Handle): ApprovalRepository {
  const { id, backdOrderId, state, buyerHash, expiresAt, createdAt } = approvalRequests
  return {
    async find(wanted) {
      const [row] = await db.select().from(approvalRequests).where(eq(id, wanted))
      return row && rowToApproval(row)
    },

    async last(order) {
      const [row] = await db
        .select()
        .from(approvalRequests)
        .where(and(eq(backdOrderId, order), notInArray(state, ['refused', 'unsent'])))
        .orderBy(desc(id))
        .limit(1)
      return row && rowToApproval(row)
    },

    async count(order) {
      const [row] = await db
        .select({ asked: count() })
        .from(approvalRequests)
        .where(and(eq(backdOrderId, order), ne(state, 'unsent')))
      return row?.asked ?? 0
    },

    async askedSince(hash, since) {
      const rows = await db
        .select({ at: createdAt })
        .from(approvalRequests)
        .where(and(eq(buyerHash, hash), gte(createdAt, since)))
        .orderBy(asc(createdAt))
      return rows.map(({ at }) => at)
    },

    async pendingOf(hash, { merchantId, merchantOrderId }) {
      return await db
        .select({ id, backdOrderId })
        .from(approvalRequests)
        .innerJoin(orders, eq(orders.backdOrderId, backdOrderId))
        .where(
          and(
            eq(buyerHash, hash),
            eq(state, 'pending'),
            eq(orders.merchantId, merchantId),
            eq(orders.merchantOrderId, merchantOrderId),
          ),
        )
        .orderBy(asc(backdOrderId))
    },

    async findRunOut(now, limit, after) {
      return await db
        .select({ id, backdOrderId, expiresAt })
        .from(approvalRequests)
        .innerJoin(orders, eq(orders.backdOrderId, backdOrderId))
        .innerJoin(merchants, eq(merchants.id, orders.merchantId))
        .where(
          and(
            eq(state, 'pending'),
            sql`${expiresAt} <= ${merchantsNow(now)}`,
            after &&
              or(gt(expiresAt, after.expiresAt), and(eq(expiresAt, after.expiresAt), gt(id, after.id))),
          ),
        )
        .orderBy(asc(expiresAt), asc(id))
        .limit(limit)
    },

    async add(approval) {
      const [row] = await db
        .insert(approvalRequests)
        .values({ ...approval, state: 'pending' })
        .returning({ id })
      if (!row) throw new Error('an insert gave no row')
      return row.id
    },

    async close(wanted, { state: end, at, reason }) {
      await db
        .update(approvalRequests)
        .set({ state: end, decidedAt: at ?? null, reason: reason ?? null })
        .where(eq(id, wanted))
    },
  }
}

function rowToApproval(row: typeof approvalRequests.$inferSelect): ApprovalRequest {
  const {
    requestedBy,
    note,
    reason,
    decidedAt,
    approverHash: _,
    buyerHash: __,
    createdAt: ___,
    ...request
  } = row
  return {
    ...request,
    ...(requestedBy !== null ? { requestedBy } : {}),
    ...(note !== null ? { note } : {}),
    ...(reason !== null ? { reason } : {}),
    ...(decidedAt ? { decidedAt } : {}),
  }
}
