import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal } from './sealed-answer.ts'

const key = randomBytes(32)
const sealed = seal({ url: 'https://x.example' }, key)

test('what is sealed is opened with its key, and with no other', () => {
  expect(unseal(sealed, key)).toEqual({ url: 'https://x.example' })
  expect(unseal(sealed, randomBytes(32))).toBeUndefined()
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('x.example')
})

test('what was cut short or changed anywhere is not opened, and is no fault', () => {
  for (let length = 0; length < sealed.length; length++) {
    expect(unseal(sealed.slice(0, length), key)).toBeUndefined()
    const changed = Buffer.from(sealed)
    changed[length] = (changed[length] ?? 0) ^ 1
    expect(unseal(changed, key)).toBeUndefined()
  }
})
