import { createHash, timingSafeEqual } from 'node:crypto'
import type { Merchant } from '../domain/merchant.ts'
import type { Repositories } from './ports/store.ts'

/** SHA-256 of a secret key: what is kept of it. The key has 256 random bits, so a slow hash would add nothing. */
export function hashSecret(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest()
}

/** Compared with in place of an unknown merchant's hash: the work is the same, and nothing hashes to it. */
const NO_HASH = new Uint8Array(32)

/**
 * The merchant of a key pair; undefined for an unknown key and for a wrong secret, after the same work, so that neither
 * the answer nor its time tells which.
 */
export async function authenticateMerchant(
  { store }: { store: Repositories },
  { publicKey, secretKey }: { publicKey: string; secretKey: string },
): Promise<Merchant | undefined> {
  const found = await store.merchants.findCredentials(publicKey)
  const isRight = timingSafeEqual(hashSecret(secretKey), found?.secretHash ?? NO_HASH)
  return isRight ? found?.merchant : undefined
}
