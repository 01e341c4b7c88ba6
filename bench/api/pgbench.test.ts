import { expect, test } from 'vitest'
import { findPgbench } from './pgbench.ts'

test('where there is no pgbench, the package to install is named', () => {
  expect(() => findPgbench(['/nowhere'])).toThrow(/pgbench is not installed.*postgresql-contrib/)
})
