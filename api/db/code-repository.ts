import { and, asc, desc, eq, gte, lt } from 'drizzle-orm'
import type { CodeRepository } from '../use-cases/ports/codes.ts'
import type { Handle } from './handle.ts'
import { rowToLink } from './order-rows.ts'
import { checkoutSessions, verificationCodes } from './schema.ts'

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

    async sentSince(addressHash, since) {
      const rows = await db
        .select({ at: verificationCodes.createdAt })
        .from(verificationCodes)
        .where(and(eq(verificationCodes.addressHash, addressHash), gte(verificationCodes.createdAt, since)))
        .orderBy(asc(verificationCodes.createdAt))
      return rows.map(({ at }) => at)
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

    async setTries(id, tries) {
      await db.update(verificationCodes).set({ tries }).where(eq(verificationCodes.id, id))
    },

    async refuse(id) {
      await db.update(verificationCodes).set({ refused: true }).where(eq(verificationCodes.id, id))
    },
  }
}
