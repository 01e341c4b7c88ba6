import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tryCustomers } from './try-customers.ts'

test('the customers to try are those that Backd documents', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/sandbox.md'), 'utf8')
  const documented = [...page.matchAll(/^\| `(\S+@\S+)` \|/gm)].map(([, email]) => email)
  expect(tryCustomers.map(({ email }) => email)).toEqual(documented)
})
