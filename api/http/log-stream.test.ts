import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogStream, type LogStream } from './log-stream.ts'

let written: string[]
let stream: LogStream
let atExit: NodeJS.ExitListener[]
beforeEach(() => {
  written = []
  const others = process.listeners('exit')
  stream = createLogStream({
    write: (text) => void written.push(text),
    flushSync: () => void written.push('flushed'),
  })
  atExit = process.listeners('exit').filter((listener) => !others.includes(listener))
})
afterEach(() => {
  for (const listener of atExit) process.off('exit', listener)
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

test('a process that ends in the middle of a turn leaves its lines', () => {
  stream.write('last\n')
  expect(atExit).toHaveLength(1)
  expect(process.listeners('exit')[0]).toBe(atExit[0])
  atExit[0]?.(0)
  expect(written).toEqual(['last\n'])
})
