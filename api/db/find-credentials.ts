import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Credentials } from '../use-cases/ports/merchants.ts'
import type { Handle } from './handle.ts'
import { merchants } from './schema.ts'

const { secretHash, createdAt: _createdAt, ...columns } = getTableColumns(merchants)

/** What a merchant is to everything but authentication. */
export const merchantColumns = columns

/** Finds merchants with the SHA-256 of their secrets, by public key, in the order of asking. */
export function prepareFindCredentials(db: Handle) {
  const query = db
    .select({ ...columns, secretHash })
    .from(merchants)
    .where(eq(merchants.publicKey, sql`any(${sql.placeholder('keys')}::text[])`))
    .prepare('find_credentials')

  return async (keys: readonly string[]): Promise<(Credentials | undefined)[]> => {
    // PostgreSQL text takes no NUL; a key with one is simply nobody's.
    const asked = [...new Set(keys)].filter((key) => !key.includes('\0'))
    const rows = asked.length === 0 ? [] : await query.execute({ keys: asked })
    const found = new Map(
      rows.map(({ secretHash, ...merchant }) => [merchant.publicKey, { merchant, secretHash }]),
    )
    return keys.map((key) => found.get(key))
  }
}
