import { expect, test } from 'vitest'
import { createOrderId, isOrderId, isToken } from './ids.ts'

test('an order id is the UTC date and eight signs that no one misreads', () => {
  const id = createOrderId(new Date('2026-04-16T23:59:59Z'), new Uint8Array([7, 19, 20, 9, 20, 22, 29, 2]))
  expect(id).toBe('BO-20260416-7KM9MPX2')
  expect(isOrderId(id)).toBe(true)
})

test('every sign is drawn by exactly 8 of the 256 values of a byte', () => {
  const counts = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) {
    const sign = createOrderId(new Date(0), new Uint8Array(8).fill(byte)).at(-1) ?? ''
    counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  expect(counts.size).toBe(32)
  expect(new Set(counts.values())).toEqual(new Set([8]))
  for (const misread of 'ILOU') expect(counts.has(misread)).toBe(false)
})

test.each([
  '',
  'BO-20260416-7KM9MPX',
  'BO-20260416-7KM9MPXI',
  'bo-20260416-7km9mpx2',
  "' or 1=1",
  '\0',
  '../x',
])('%j is no order id', (text) => {
  expect(isOrderId(text)).toBe(false)
})

test('a token is 32 bytes in base64url, nothing else', () => {
  expect(isToken('q'.repeat(43))).toBe(true)
  for (const text of ['', 'q'.repeat(42), 'q'.repeat(44), `${'q'.repeat(42)}=`, `${'q'.repeat(42)}/`]) {
    expect(isToken(text)).toBe(false)
  }
})
