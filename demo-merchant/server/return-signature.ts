import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What a return to order_success_url says of itself. */
export interface Return {
  backdOrderId: string
  merchantOrderId: string
  /** `backd_signature`; empty when there is none. */
  signature: string
}

/** A customer may stop on the last page; who reloads ours later has an old one. */
const MAX_AGE_S = 600

/**
 * Whether Backd signed these very ids, and when. Only whoever has the secret key can: so it was Backd that sent this browser.
 * That the order is this customer's, and for our total, is still for our book and order_placed to say.
 * @returns `forged` when there is a signature and it is not Backd's; `stale` when it is, but older than ten minutes
 */
export function judgeReturn(
  { backdOrderId, merchantOrderId, signature }: Return,
  secretKey: string,
  now = Date.now(),
): 'signed' | 'stale' | 'unsigned' | 'forged' {
  if (signature === '') return 'unsigned'
  const [seconds = '', hex = ''] = signature.split('.')
  const key = createHash('sha256').update(secretKey).digest()
  const expected = createHmac('sha256', key).update(`${seconds}.${backdOrderId}.${merchantOrderId}`).digest()
  const given = Buffer.from(hex, 'hex')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged'
  return Math.abs(now / 1000 - Number(seconds)) < MAX_AGE_S ? 'signed' : 'stale'
}
