import { and, asc, eq, gt, lte, or, sql } from 'drizzle-orm'
import type { ConfirmationRepository } from '../use-cases/ports/confirmations.ts'
import type { Handle } from './handle.ts'
import { openConfirmations } from './schema.ts'

export function createConfirmationRepository(db: Handle): ConfirmationRepository {
  const { backdOrderId, dueAt, taken } = openConfirmations
  return {
    async add(confirmation) {
      await db.insert(openConfirmations).values(confirmation)
    },

    async findDue(now, limit, after) {
      return await db
        .select({ backdOrderId, dueAt })
        .from(openConfirmations)
        .where(
          and(
            lte(dueAt, now),
            after &&
              or(gt(dueAt, after.dueAt), and(eq(dueAt, after.dueAt), gt(backdOrderId, after.backdOrderId))),
          ),
        )
        .orderBy(asc(dueAt), asc(backdOrderId))
        .limit(limit)
    },

    async take(read, until) {
      const [row] = await db
        .update(openConfirmations)
        .set({ dueAt: until, taken: sql`${taken} + 1` })
        .where(and(eq(backdOrderId, read.backdOrderId), eq(dueAt, read.dueAt)))
        .returning({ taken })
      return row?.taken
    },

    async remove(id) {
      await db.delete(openConfirmations).where(eq(backdOrderId, id))
    },
  }
}
