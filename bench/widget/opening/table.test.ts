import { expect, test } from 'vitest'
import { formatTable, rowsOf } from './table.ts'

const found = (usableMs: number, heapBytes: number, ...longTasks: number[]) => ({
  usableMs,
  heapBytes,
  longTasks,
})

const rounds = new Map([
  [{ name: 'floor' }, [found(500, 800_000), found(1_000, 900_000), found(400, 800_000)]],
  [
    { name: 'other', aim: '≤ 1.25' },
    [found(600, 950_000, 60, 130), found(1_100, 1_000_000), found(600, 1_000_000, 70)],
  ],
])

test('each round is compared with the floor of the same round', () => {
  const [floor, other] = rowsOf(rounds)
  expect(floor).toMatchObject({ ofFloor: [1, 1, 1], heapMb: [0, 0, 0] })
  expect(other?.ofFloor).toEqual([1.2, 1.1, 1.5])
  expect(other?.heapMb).toEqual([0.15, 0.1, 0.2])
})

test('of a round’s long tasks the longest is told, and 0 where there was none', () => {
  expect(rowsOf(rounds)[1]?.longestTaskMs).toEqual([130, 0, 70])
})

test('the table tells the median of the rounds’ ratios, which is not the ratio of the medians', () => {
  expect(formatTable(rowsOf(rounds))).toEqual([
    'click → terms usable  ms                 ÷ floor              aim     heap over floor, MB  longest task, ms',
    'floor                 500 (400 to 1000)  1.00 (1.00 to 1.00)          0.00 (0.00 to 0.00)  0 (0 to 0)',
    'other                 600 (600 to 1100)  1.20 (1.10 to 1.50)  ≤ 1.25  0.15 (0.10 to 0.20)  70 (0 to 130)',
  ])
})
