import { setImmediate as nextTurn } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { runProcess } from '../testing/run-process.ts'
import { createLogStream, type LogStream } from './log-stream.ts'

let written: string[]
let stream: LogStream
beforeEach(() => {
  written = []
  stream = createLogStream({
    write: (text) => void written.push(text),
    flushSync: () => void written.push('flushed'),
  })
})

test('the lines of one turn leave in one write, in their order, and those of the next in another', async () => {
  stream.write('one\n')
  stream.write('two\n')
  expect(written).toEqual([])
  await nextTurn()
  expect(written).toEqual(['one\ntwo\n'])
  stream.write('three\n')
  await nextTurn()
  await nextTurn()
  expect(written).toEqual(['one\ntwo\n', 'three\n'])
})

test('after a fatal line all is written before anything else runs, and once', async () => {
  stream.write('one\n')
  stream.write('fatal\n')
  stream.flushSync()
  expect(written).toEqual(['one\nfatal\n', 'flushed'])
  await nextTurn()
  expect(written).toHaveLength(2)
})

test('a process that ends in the middle of a turn leaves its lines', async () => {
  const code = `
    const { createLogStream } = await import('./api/http/log-stream.ts')
    const stream = createLogStream()
    stream.write('one\\n')
    stream.write('two\\n')
    process.exit(3)`
  const { finished } = runProcess('--input-type=module', ['--eval', code], {})
  expect(await finished).toEqual({ code: 3, stdout: 'one\ntwo\n', stderr: '' })
})
