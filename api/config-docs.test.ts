import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')
/** The rows of docs/deploy.md's table: variable and default. */
const documented = [...read('../docs/deploy.md').matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)? ?\|/gm)].map(
  ([, name = '', value]) => ({ name, value }),
)

test('docs/deploy.md names exactly the variables that are read', () => {
  const known = [...read('config.ts').matchAll(/^ {2}([A-Z_]{4,}):/gm)].map(([, name]) => name)
  expect(documented.map(({ name }) => name).sort()).toEqual(known.sort())
})

test('docs/deploy.md gives the defaults that are used', () => {
  const given = documented.filter(({ name, value }) => value !== undefined && name !== 'PUBLIC_ORIGIN')
  const withDefaults = Object.fromEntries(given.map(({ name, value }) => [name, value]))
  expect(Object.keys(withDefaults).length).toBeGreaterThan(5)
  expect(readConfig(withDefaults)).toEqual(readConfig({}))
})
