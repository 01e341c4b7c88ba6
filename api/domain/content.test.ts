import { expect, test } from 'vitest'
import { canonicalJson, withoutNulls } from './content.ts'

test('the order of keys, and null or absent members, make no difference to the content', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe(
    canonicalJson({ a: 'x', e: undefined, b: [{ d: 1 }] }),
  )
})

test('the order of a list and any value do make a difference', () => {
  const texts = [{ a: [1, 2] }, { a: [2, 1] }, { a: ['1', 2] }, { a: [1, 2], b: '' }].map(canonicalJson)
  expect(new Set(texts).size).toBe(4)
})

test('null members are left out at any depth, other empty values stay', () => {
  expect(withoutNulls({ a: null, b: { c: undefined, d: '' }, e: [{ f: null, g: 0 }] })).toEqual({
    b: { d: '' },
    e: [{ g: 0 }],
  })
})
