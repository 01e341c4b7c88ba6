import { and, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { CodeRepository } from '../use-cases/ports/codes.ts'
import type { Handle } from './handle.ts'
import { rowToLink } from './order-rows.ts'
import { approvalRequests, checkoutSessions, verificationCodes } from './schema.ts'

export function createCodeRepository(db: Handle): CodeRepository {
  return {
    async holdLink(tokenHash) {
      const [row] = await db
        .select()
        .from(checkoutSessions)
        .where(eq(checkoutSessions.tokenHash, tokenHash))
        .for('update')
      return row && rowToLink(row)
    },

    async verifyLink(tokenHash, { at, browserHash }) {
      await db
        .update(checkoutSessions)
        .set({ verifiedAt: at, browserHash: browserHash ?? null })
        .where(eq(checkoutSessions.tokenHash, tokenHash))
    },

    async last(tokenHash) {
      const { id, mac, tries, sentAt, expiresAt } = verificationCodes
      const [row] = await db
        .select({ id, mac, tries, sentAt, expiresAt })
        .from(verificationCodes)
        .where(and(eq(verificationCodes.tokenHash, tokenHash), eq(verificationCodes.refused, false)))
        .orderBy(desc(id))
        .limit(1)
      return row
    },

    async mailedSince(addressHash, since) {
      const codes = db
        .select({
          at: verificationCodes.createdAt,
          isFailed: sql<boolean>`${verificationCodes.failedAt} is not null`,
        })
        .from(verificationCodes)
        .where(and(eq(verificationCodes.addressHash, addressHash), gte(verificationCodes.createdAt, since)))
      const requests = db
        .select({
          at: approvalRequests.createdAt,
          isFailed: sql<boolean>`${approvalRequests.state} = 'unsent'`,
        })
        .from(approvalRequests)
        .where(and(eq(approvalRequests.approverHash, addressHash), gte(approvalRequests.createdAt, since)))
      const rows = await unionAll(codes, requests)
      return rows.sort((one, other) => one.at.getTime() - other.at.getTime())
    },

    async add(code, forgetBefore) {
      await db
        .delete(verificationCodes)
        .where(
          and(
            eq(verificationCodes.addressHash, code.addressHash),
            lt(verificationCodes.createdAt, forgetBefore),
          ),
        )
      const [row] = await db.insert(verificationCodes).values(code).returning({ id: verificationCodes.id })
      if (!row) throw new Error('an insert gave no row')
      return row.id
    },

    async forget(before, limit) {
      const { id, createdAt } = verificationCodes
      const old = db.select({ id }).from(verificationCodes).where(lt(createdAt, before)).limit(limit)
      const gone = await db.delete(verificationCodes).where(inArray(id, old)).returning({ id })
      return gone.length
    },

    async setTries(id, tries) {
      await db.update(verificationCodes).set({ tries }).where(eq(verificationCodes.id, id))
    },

    async refuse(id, failedAt) {
      await db
        .update(verificationCodes)
        .set({ refused: true, failedAt: failedAt ?? null })
        .where(eq(verificationCodes.id, id))
    },
  }
}
