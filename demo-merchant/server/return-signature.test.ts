import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { judgeReturn } from './return-signature.ts'

const SECRET = 'sk_sandbox_demo'
const now = Date.UTC(2026, 3, 16, 15)
const ids = { backdOrderId: 'BO-20260416-7K3M9QX2', merchantOrderId: 'NW.1' }

/** As docs/guide/redirect.md says it is made. */
function sign({ backdOrderId, merchantOrderId } = ids, at = now, secret = SECRET): string {
  const seconds = Math.floor(at / 1000)
  const key = createHash('sha256').update(secret).digest()
  const mac = createHmac('sha256', key).update(`${seconds}.${backdOrderId}.${merchantOrderId}`).digest('hex')
  return `${seconds}.${mac}`
}
const judge = (signature: string, more = {}) => judgeReturn({ ...ids, ...more, signature }, SECRET, now)

test('a return that Backd signed a moment ago is signed', () => {
  expect(judge(sign())).toBe('signed')
  expect(judge(sign(ids, now - 599_000))).toBe('signed')
})

test('the same ten minutes later, or from a clock far ahead, is stale', () => {
  expect(judge(sign(ids, now - 601_000))).toBe('stale')
  expect(judge(sign(ids, now + 601_000))).toBe('stale')
})

test('without a signature it is unsigned', () => {
  expect(judge('')).toBe('unsigned')
})

test.each([
  ['other ids', sign({ ...ids, merchantOrderId: 'NW.2' })],
  ['another key', sign(ids, now, 'sk_other')],
  ['another time', sign().replace(/^\d+/, String(now / 1000 + 1))],
  ['half of it', sign().slice(0, -2)],
  ['more than it', `${sign()}00`],
  ['letters that are no hex', `1.${'é'.repeat(64)}`],
  ['no point', 'ab12'],
])('a signature with %s is forged', (_title, signature) => {
  expect(judge(signature)).toBe('forged')
})
