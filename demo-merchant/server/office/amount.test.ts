import { expect, test } from 'vitest'
import { readAmount, writeAmount } from './amount.ts'

test.each([
  ['9150', 9150],
  [' 9150.5 ', 9150.5],
  ['$9,150.00', 9150],
  ['1,234,567.89', 1_234_567.89],
  ['.5', 0.5],
  ['0', 0],
  ['-1', -1],
  ['1.005', 1.005],
])('%j is %d dollars', (text, dollars) => expect(readAmount(text)).toBe(dollars))

test.each(['', ' ', '-', '.', '$', 'ten', '1,00', '1.2.3', '1e3', '0x10', '9150 USD', 'Infinity'])(
  '%j is no amount',
  (text) => expect(readAmount(text)).toBeUndefined(),
)

test('an amount in a field reads back as itself', () => {
  for (const dollars of [0, 0.1, 9150, 9_999_999.99]) expect(readAmount(writeAmount(dollars))).toBe(dollars)
})
