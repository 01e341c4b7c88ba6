import { eq } from 'drizzle-orm'
import type { MerchantRepository } from '../use-cases/ports/merchants.ts'
import { merchantColumns, prepareFindCredentials } from './find-credentials.ts'
import type { Handle } from './handle.ts'
import { merchants } from './schema.ts'

export function createMerchantRepository(db: Handle): MerchantRepository {
  return {
    async findByPublicKey(publicKey) {
      if (!isStorable(publicKey)) return undefined
      const [row] = await db.select(merchantColumns).from(merchants).where(eq(merchants.publicKey, publicKey))
      return row
    },

    async findCredentials(publicKey) {
      const [found] = await prepareFindCredentials(db)([publicKey])
      if (found instanceof Error) throw found
      return found
    },

    async findById(id) {
      const [row] = await db.select(merchantColumns).from(merchants).where(eq(merchants.id, id))
      return row
    },

    async holdClock(id) {
      const [row] = await db
        .select({ offsetMs: merchants.clockOffsetMs })
        .from(merchants)
        .where(eq(merchants.id, id))
        // Not `update`, which orders that are being inserted would wait for.
        .for('no key update')
      return row?.offsetMs ?? 0
    },

    async setClock(id, offsetMs) {
      await db.update(merchants).set({ clockOffsetMs: offsetMs }).where(eq(merchants.id, id))
    },

    async insert(merchant, secretHash) {
      await db.insert(merchants).values({ ...merchant, secretHash })
    },

    async insertOrSetOrigins(merchant, secretHash) {
      await db
        .insert(merchants)
        .values({ ...merchant, secretHash })
        .onConflictDoUpdate({ target: merchants.publicKey, set: { origins: merchant.origins } })
    },
  }
}

/** PostgreSQL text takes no NUL; a key with one is simply nobody's. */
function isStorable(text: string): boolean {
  return !text.includes('\0')
}
