import { expect, test } from 'vitest'
import { gather } from './batches.ts'
import { DatabaseUnreachable } from './errors.ts'

/** Statements that end when they are told to. */
function createStatements(atOnce: number) {
  const begun: { items: readonly string[]; end: () => void }[] = []
  const ask = gather<string, string>(atOnce, (items) => {
    const { promise, resolve } = Promise.withResolvers<string[]>()
    begun.push({ items, end: () => resolve(items.map((item) => item.toUpperCase())) })
    return promise
  })
  return { begun, ask }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('calls of one moment share a statement, and each gets its own result', async () => {
  const { begun, ask } = createStatements(1)
  const results = Promise.all([ask('a'), ask('b'), ask('a')])
  await turn()
  expect(begun.map(({ items }) => items)).toEqual([['a', 'b', 'a']])
  begun[0]?.end()
  expect(await results).toEqual(['A', 'B', 'A'])
})

test('a call that comes while a statement runs is asked anew, by the next one', async () => {
  const { begun, ask } = createStatements(1)
  const first = ask('a')
  await turn()
  const later = Promise.all([ask('a'), ask('b')])
  await turn()
  expect(begun).toHaveLength(1)
  begun[0]?.end()
  expect(await first).toBe('A')
  await turn()
  expect(begun[1]?.items).toEqual(['a', 'b'])
  begun[1]?.end()
  expect(await later).toEqual(['A', 'B'])
})

test('no more statements run at a time than may, and none is forgotten', async () => {
  const { begun, ask } = createStatements(2)
  const asked = Array.from({ length: 175 }, (_, index) => ask(String(index)))
  await turn()
  expect(begun.map(({ items }) => items.length)).toEqual([50, 50])
  for (let next = 0; next < begun.length; next++) {
    begun[next]?.end()
    await turn()
    await turn()
  }
  expect(begun.map(({ items }) => items.length)).toEqual([50, 50, 50, 25])
  expect(await Promise.all(asked)).toHaveLength(175)
})

test('an error in a place is that call’s alone; one of the statement is everybody’s, and does not stop the next', async () => {
  let calls = 0
  const ask = gather<string, string>(1, async (items) => {
    calls += 1
    if (calls === 2) throw new Error('gone')
    return items.map((item) => (item === 'bad' ? new Error('bad') : item))
  })
  expect(await Promise.allSettled([ask('a'), ask('bad')])).toMatchObject([
    { value: 'a' },
    { reason: { message: 'bad' } },
  ])
  expect(await Promise.allSettled([ask('a'), ask('b')])).toMatchObject([
    { reason: { message: 'gone' } },
    { reason: { message: 'gone' } },
  ])
  expect(await ask('c')).toBe('c')
})

test('when the database cannot be reached those who wait for a statement are told with those who had one', async () => {
  let runs = 0
  const gate = Promise.withResolvers<string[]>()
  const ask = gather<string, string>(1, async (items) => {
    runs += 1
    return runs === 1 ? await gate.promise : [...items]
  })
  const asked = [ask('a')]
  await turn()
  asked.push(ask('b'), ask('c'))
  await turn()
  gate.reject(new Error('statement', { cause: new DatabaseUnreachable('silent') }))
  for (const one of await Promise.allSettled(asked)) {
    expect(one).toMatchObject({ status: 'rejected', reason: { cause: { message: 'silent' } } })
  }
  expect(runs).toBe(1)
  expect(await ask('d')).toBe('d')
})
