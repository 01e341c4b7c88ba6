import { randomBytes } from 'node:crypto'

/** Crockford's base 32: nothing that looks like something else. A byte's low five bits pick one evenly. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The shop's name for an order: NW-20260416-7K3M9QX2HPWT. The day (UTC), then 60 random bits, since this demo has no
 * accounts: whoever knows the name can open the order's page.
 */
export function createMerchantOrderId(at: Date): string {
  const day = at.toISOString().slice(0, 10).replaceAll('-', '')
  const random = [...randomBytes(12)].map((byte) => ALPHABET[byte & 31]).join('')
  return `NW-${day}-${random}`
}
