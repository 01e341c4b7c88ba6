import { plansSchema } from '@backd/contract/api/plan.ts'
import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Credentials } from '../use-cases/ports/merchants.ts'
import type { Handle } from './handle.ts'
import { merchants } from './schema.ts'

const { secretHash, createdAt: _createdAt, ...columns } = getTableColumns(merchants)

/** What a merchant is to everything but authentication. */
export const merchantColumns = columns

/**
 * Finds merchants with the SHA-256 of their secrets, by public key, in the order of asking. An Error stands for a merchant
 * whose row was spoilt by hand: that is no other's fault.
 */
export function prepareFindCredentials(db: Handle) {
  const query = db
    // Plans as they are stored: the column would judge them, and refuse all rows for one.
    .select({ ...columns, plans: sql<unknown>`${merchants.plans}`, secretHash })
    .from(merchants)
    .where(eq(merchants.publicKey, sql`any(${sql.placeholder('keys')}::text[])`))
    .prepare('find_credentials')

  return async (keys: readonly string[]): Promise<(Credentials | Error | undefined)[]> => {
    // PostgreSQL text takes no NUL; a key with one is simply nobody's.
    const asked = [...new Set(keys)].filter((key) => !key.includes('\0'))
    const rows = asked.length === 0 ? [] : await query.execute({ keys: asked })
    const found = new Map(
      rows.map(({ secretHash, ...merchant }) => {
        const { data: plans, error } = plansSchema.safeParse(merchant.plans)
        return [merchant.publicKey, plans ? { merchant: { ...merchant, plans }, secretHash } : error]
      }),
    )
    return keys.map((key) => found.get(key))
  }
}
