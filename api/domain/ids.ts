/** Crockford's alphabet: 32 signs, none that a person reads as another (no I, L, O, U). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_SIGNS = 8

/** How many random bytes an order id takes: one a sign, of which five bits are used, so every sign is as likely. */
export const ORDER_ID_BYTES = RANDOM_SIGNS

/** BO-20260416-7K3M9QX2: the UTC date of create_date, then 40 random bits (CONTRACT "Decisions"). */
export function createOrderId(now: Date, random: Uint8Array): string {
  const date = now.toISOString().slice(0, 10).replaceAll('-', '')
  const signs = Array.from(random.subarray(0, RANDOM_SIGNS), (byte) => ALPHABET.charAt(byte & 31))
  return `BO-${date}-${signs.join('')}`
}

const ORDER_ID = new RegExp(`^BO-\\d{8}-[${ALPHABET}]{${RANDOM_SIGNS}}$`)

/** Whether a text could be one of our ids. Nothing else is ever asked of the database. */
export function isOrderId(text: string): boolean {
  return ORDER_ID.test(text)
}

/** How many random bytes a checkout token and a merchant's secret have: 256 bits. */
export const TOKEN_BYTES = 32

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** Whether a text could be a checkout token: 32 bytes in base64url. */
export function isToken(text: string): boolean {
  return TOKEN.test(text)
}
