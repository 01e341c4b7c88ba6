// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { readShared, rebaseImports, shareExports } from './inline-entry.ts'

describe('the inlined entry', () => {
  test('leaves what it exports where the parts can read it', () => {
    expect(shareExports('const a=1,b=2;export{a as n,b};')).toBe(
      'const a=1,b=2;globalThis.backdShared={n:a,b:b};',
    )
  })

  test('that exports nothing stays as it is', () => {
    expect(shareExports('const a="export { a }";run(a)')).toBe('const a="export { a }";run(a)')
  })

  test.each(['export default a;', 'export const a=1;', 'export*from"./b.js";'])(
    'cannot be built with %s',
    (code) => {
      expect(() => shareExports(code)).toThrow(/exports in a way/)
    },
  )
})

test('an inlined entry finds its parts from whatever page it is in', () => {
  expect(
    rebaseImports('a(()=>import(`./part-x1.js`));import("https://b.example/c.js")', '/checkout/assets/'),
  ).toBe(
    'a(()=>import("/checkout/assets/part-x1.js"+(globalThis.backdRetried||"")));import("https://b.example/c.js")',
  )
})

describe('a later part', () => {
  test('reads from the entry what it imported from it', () => {
    expect(
      readShared('import{n as a,b}from"./index-x1.js";import{c}from"./other.js";a(b,c)', ['index-x1.js']),
    ).toBe('const{n:a,b:b}=globalThis.backdShared;import{c}from"./other.js";a(b,c)')
  })

  test('does without the entry where it wants nothing of it but that it ran', () => {
    expect(readShared('import"./index-x1.js";run()', ['index-x1.js'])).toBe('run()')
  })

  test.each(['import a from"./index-x1.js";', 'import*as a from"./index-x1.js";'])(
    'cannot be built with %s',
    (code) => {
      expect(() => readShared(code, ['index-x1.js'])).toThrow(/imports the entry in a way/)
    },
  )
})
