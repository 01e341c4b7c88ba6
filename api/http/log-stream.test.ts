import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogStream } from './log-stream.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backd-log-'))
  file = join(folder, 'log')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const written = () => readFileSync(file, 'utf8')

test('lines of one turn are written together as it ends, each once and in their order', async () => {
  const stream = createLogStream(file)
  stream.write('one\n')
  stream.write('two\n')
  expect(written()).toBe('')
  await nextTurn()
  expect(written()).toBe('one\ntwo\n')
  stream.write('three\n')
  await nextTurn()
  expect(written()).toBe('one\ntwo\nthree\n')
})

test('more lines than a pipe holds are all there, none cut', async () => {
  const stream = createLogStream(file)
  const lines = Array.from({ length: 2_000 }, (_, nth) => `${nth} é ${'x'.repeat(100)}\n`)
  for (const line of lines) stream.write(line)
  await nextTurn()
  expect(written()).toBe(lines.join(''))
})

test('a fatal line is written at once, behind those before it', () => {
  const log = pino({ base: null, timestamp: false }, createLogStream(file))
  log.info('before')
  log.fatal('the end')
  expect(written()).toBe('{"level":30,"msg":"before"}\n{"level":60,"msg":"the end"}\n')
})

test.each([
  ['as it is told to', 'process.exit()'],
  ['on a fault that nobody catches', 'throw new Error("a fault")'],
])('a process that ends %s in the same turn has written its lines', (_, end) => {
  const module = pathToFileURL(join(import.meta.dirname, 'log-stream.ts')).href
  const script = `import { createLogStream } from '${module}'
    createLogStream('${file}').write('last words\\n')
    ${end}`
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' })
  } catch {
    // The fault's exit code.
  }
  expect(written()).toBe('last words\n')
})
