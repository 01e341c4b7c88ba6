import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')

test('the oldest browsers that the guide names are those that the styles are built for', () => {
  const [, targets] = /cssTarget: \[(.*)\]/.exec(read('vite.config.ts')) ?? []
  const [, chrome, firefox, safari] =
    /Chrome and Edge (\S+), Firefox (\S+), Safari (\S+), or newer/.exec(
      read('docs/guide/content-security-policy.md'),
    ) ?? []
  expect(targets).toBe(`'chrome${chrome}', 'firefox${firefox}', 'safari${safari}', 'ios${safari}'`)
})
