import { expect, test } from 'vitest'
import { describeLimit, divide, summarise } from './report.ts'

test('a series is told by its middle, its lowest and its highest', () => {
  expect(summarise([5, 1, 3])).toEqual({ median: 3, low: 1, high: 5 })
  expect(summarise([4, 1, 3, 2])).toEqual({ median: 2.5, low: 1, high: 4 })
})

test('each round is divided by its own reference', () => {
  expect(divide([10, 5], [20, 5])).toEqual([0.5, 1])
})

test.each([
  [{ server: 0.97, database: 0.5, client: 0.3 }, 'the server'],
  [{ server: 0.6, database: 0.5, client: 0.9 }, 'the client'],
  [{ server: 0.7, database: 0.9, client: 0.3 }, 'both cores'],
  [{ server: 0.4, database: 0.3, client: 0.1 }, 'waiting'],
])('%o: it is limited by %s', (shares, limit) => {
  expect(describeLimit(Object.entries(shares).map(([who, share]) => ({ who, share })))).toContain(limit)
})
