import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Random } from './ports/random.ts'

const CODES = 1_000_000
/** The largest multiple of CODES in 32 bits: what is drawn above it would make some codes likelier. */
const FAIR = Math.floor(2 ** 32 / CODES) * CODES

/** Six digits, each code as likely as any other. */
export function drawCode(random: Random): string {
  for (;;) {
    const drawn = Buffer.from(random.bytes(4)).readUInt32BE()
    if (drawn < FAIR) return String(drawn % CODES).padStart(6, '0')
  }
}

/** What is kept of a code. Without the link's token, of which only a hash is kept, a million guesses tell nothing. */
export function macOf(code: string, token: string): Uint8Array {
  return createHmac('sha256', token).update(code).digest()
}

export function isCode(code: string, token: string, mac: Uint8Array): boolean {
  return timingSafeEqual(macOf(code, token), mac)
}

/** What an address is counted by. */
export function addressHashOf(email: string): Uint8Array {
  return createHash('sha256').update(email.toLowerCase()).digest()
}
