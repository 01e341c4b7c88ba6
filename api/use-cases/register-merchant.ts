import { TOKEN_BYTES } from '../domain/ids.ts'
import type { NewMerchant } from '../domain/merchant.ts'
import {
  SANDBOX_PUBLIC_KEY,
  SANDBOX_SECRET_KEY,
  STARTING_INCREASE_LIMIT_PERCENT,
  sandboxMerchant,
  startingPlans,
} from '../domain/sandbox.ts'
import { hashSecret } from './authenticate-merchant.ts'
import type { Random } from './ports/random.ts'
import type { Store } from './ports/store.ts'

export interface MerchantKeys {
  publicKey: string
  /** Given here and never again: only its hash is kept. */
  secretKey: string
}

/** Makes a merchant with the starting plans. */
export async function registerMerchant(
  { store, random }: { store: Store; random: Random },
  facts: Pick<NewMerchant, 'name' | 'origins' | 'orderLimitCents' | 'verifyCustomer'> & {
    mode: 'sandbox' | 'production'
  },
): Promise<MerchantKeys> {
  const { mode, ...rest } = facts
  const publicKey = uuidFrom(random.bytes(16))
  const prefix = mode === 'production' ? 'sk_live_' : 'sk_sandbox_'
  const secretKey = prefix + Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url')
  await store.merchants.insert(
    {
      ...rest,
      publicKey,
      plans: [...startingPlans],
      increaseLimitPercent: STARTING_INCREASE_LIMIT_PERCENT,
    },
    hashSecret(secretKey),
  )
  return { publicKey, secretKey }
}

/** Puts the demo shop's merchant there, or only its origins when it is there already. Never called in production. */
export async function seedSandbox({ store }: { store: Store }, origins: string[]): Promise<void> {
  await store.merchants.insertOrSetOrigins(sandboxMerchant(origins), hashSecret(SANDBOX_SECRET_KEY))
}

/** Whether the merchant whose secret everyone knows is there: a database that production must refuse. */
export async function hasSandboxMerchant({ store }: { store: Store }): Promise<boolean> {
  return (await store.merchants.findByPublicKey(SANDBOX_PUBLIC_KEY)) !== undefined
}

/** 16 random bytes as a version 4 UUID (RFC 9562). */
function uuidFrom(random: Uint8Array): string {
  const bytes = Buffer.from(random)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
