import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import type { AnswerRepository } from '../use-cases/ports/answers.ts'
import type { Handle } from './handle.ts'
import { keptAnswers } from './schema.ts'

export function createAnswerRepository(db: Handle): AnswerRepository {
  return {
    async tryLock(callId) {
      const key = Buffer.from(callId).toString('hex')
      const [row] = await db
        .select({ taken: sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${key}, 0))` })
        .from(sql`(select 1) as one`)
      return row?.taken === true
    },

    async find(callId, since) {
      const [row] = await db
        .select()
        .from(keptAnswers)
        .where(and(eq(keptAnswers.callId, callId), gt(keptAnswers.createdAt, since)))
      return row
    },

    async keep(answer) {
      await db
        .insert(keptAnswers)
        .values(answer)
        .onConflictDoUpdate({ target: keptAnswers.callId, set: answer })
    },

    async forget(until, limit) {
      const oldest = db
        .select({ callId: keptAnswers.callId })
        .from(keptAnswers)
        .where(lte(keptAnswers.createdAt, until))
        .orderBy(keptAnswers.createdAt)
        .limit(limit)
      const gone = await db
        .delete(keptAnswers)
        .where(inArray(keptAnswers.callId, oldest))
        .returning({ callId: keptAnswers.callId })
      return gone.length
    },

    async amend(callId, sealed) {
      await db.update(keptAnswers).set({ sealed }).where(eq(keptAnswers.callId, callId))
    },
  }
}
