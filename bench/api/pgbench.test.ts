import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findPgbench, readP99, runPgbench } from './pgbench.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backd-pgbench-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

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

/** What logs two transactions as pgbench does, in a file of each of two threads, and then says so much. */
function writePgbench(says: string): string {
  const path = join(folder, 'pgbench')
  const script = `#!/bin/sh
for argument; do case "$argument" in --log-prefix=*) prefix="\${argument#*=}";; esac; done
echo '0 1 2000 0 1795000000 1' >"$prefix.7"
echo '1 1 3000 0 1795000000 1' >"$prefix.7.1"
echo '${says}'
`
  writeFileSync(path, script, { mode: 0o755 })
  return path
}

describe('a run of pgbench', () => {
  const run = (pgbench: string) => {
    const place = join(folder, 'run')
    mkdirSync(place)
    const script = { sql: 'select 1', variables: {} }
    return runPgbench(pgbench, 'postgres://x', script, { seconds: 1, file: join(place, 'script.sql') })
  }

  test('gives its figures and leaves no log', async () => {
    expect(await run(writePgbench('tps = 12.5 (without initial connection time)'))).toEqual({
      perSecond: 12.5,
      p99Ms: 3,
    })
    expect(readdirSync(join(folder, 'run'))).toEqual(['script.sql'])
  })

  test('that went wrong leaves no log either, and what it said is told', async () => {
    await expect(run(writePgbench('client 3 aborted'))).rejects.toThrow(/did not run.*\nclient 3 aborted/)
    expect(readdirSync(join(folder, 'run'))).toEqual(['script.sql'])
  })
})
