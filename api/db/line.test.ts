import { expect, test } from 'vitest'
import { DatabaseUnreachable } from './errors.ts'
import { createLines, Line } from './line.ts'

/** Enters and says so. */
function enterAs(line: Line, name: string, entered: string[]): Promise<void> {
  return line.enter().then(() => void entered.push(name))
}

const LONG_MS = 10_000

test('who comes first goes first, as many at a time as there are places', async () => {
  const line = new Line(2, LONG_MS)
  const entered: string[] = []
  const all = ['a', 'b', 'c', 'd'].map((name) => enterAs(line, name, entered))
  await all[1]
  expect([entered, line.length]).toEqual([['a', 'b'], 2])
  line.leave()
  await all[2]
  expect([entered, line.length]).toEqual([['a', 'b', 'c'], 1])
  line.leave()
  await all[3]
  for (let left = 0; left < 2; left++) line.leave()
  expect([entered, line.isEmpty]).toEqual([['a', 'b', 'c', 'd'], true])
})

test('who waits too long is told so, and takes nobody’s place', async () => {
  const line = new Line(1, 20)
  await line.enter()
  await expect(line.enter()).rejects.toMatchObject({ name: 'WaitedTooLong', code: 'WAITED_TOO_LONG' })
  line.leave()
  expect(line.isEmpty).toBe(true)
  await line.enter()
})

test('all who wait are sent away at once, and none who has a place', async () => {
  const line = new Line(1, LONG_MS)
  await line.enter()
  const waiting = [line.enter(), line.enter()]
  line.dismiss(new Error('gone'))
  for (const one of await Promise.allSettled(waiting)) {
    expect(one).toMatchObject({ status: 'rejected', reason: { message: 'gone' } })
  }
  expect([line.isEmpty, line.length]).toEqual([false, 0])
})

test('what is done under one name is done one after another, whatever fails; other names do not wait', async () => {
  const inTurn = createLines(LONG_MS)
  const gate = Promise.withResolvers<string>()
  const done: string[] = []
  const first = inTurn('order', () => gate.promise)
  const second = inTurn('order', async () => void done.push('second'))
  await inTurn('another', async () => void done.push('another'))
  expect(done).toEqual(['another'])
  gate.reject(new Error('no'))
  await expect(first).rejects.toThrow('no')
  await second
  expect(done).toEqual(['another', 'second'])
})

test('when the database cannot be reached those behind are told at once, and the next one tries again', async () => {
  const inTurn = createLines(LONG_MS)
  const gate = Promise.withResolvers<string>()
  const told = [inTurn('order', () => gate.promise), inTurn('order', async () => 'behind')]
  gate.reject(new DatabaseUnreachable('silent'))
  for (const one of await Promise.allSettled(told)) {
    expect(one).toMatchObject({ status: 'rejected', reason: { message: 'silent' } })
  }
  expect(await inTurn('order', async () => 'next')).toBe('next')
})
