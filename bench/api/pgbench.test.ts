import { expect, test } from 'vitest'
import { findPgbench, readP99 } from './pgbench.ts'

test('where there is no pgbench, the package to install is named', () => {
  expect(() => findPgbench(['/nowhere'])).toThrow(/pgbench is not installed.*postgresql-contrib/)
})

test('99 of 100 logged transactions took as long at most, in ms, whichever thread logged them and in whatever order', () => {
  const lines = Array.from(
    { length: 200 },
    (_, nth) => `${nth % 50} ${nth} ${(200 - nth) * 1000} 0 1795000000 123456\n`,
  )
  expect(readP99(lines.join(''))).toBe(198)
  expect(readP99('')).toBeNaN()
})
