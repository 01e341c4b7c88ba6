import { randomBytes } from 'node:crypto'
import type { NewMerchant } from '../domain/merchant.ts'
import { startingPlans } from '../domain/sandbox.ts'
import { hashSecret } from '../use-cases/authenticate-merchant.ts'
import type { Store } from '../use-cases/ports/store.ts'
import { SHOP, type TestMerchant } from './callers.ts'

/** A merchant of a test's own, with the keys that nobody else has. */
export async function insertMerchant(store: Store, facts: Partial<NewMerchant> = {}): Promise<TestMerchant> {
  const publicKey = randomBytes(8).toString('hex')
  const secretKey = `sk_${publicKey}`
  await store.merchants.insert(
    {
      publicKey,
      name: 'Northwind Office Supply',
      origins: [SHOP, 'https://merchant.website.com'],
      plans: [...startingPlans],
      orderLimitCents: 10_000_000,
      increaseLimitPercent: 10,
      verifyCustomer: false,
      ...facts,
    },
    hashSecret(secretKey),
  )
  return { publicKey, secretKey, authorization: basic(publicKey, secretKey) }
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}
