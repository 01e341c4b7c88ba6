import { parseArgs } from 'node:util'
import { CONNECTIONS } from './load.ts'
import { findPgbench } from './pgbench.ts'
import { divide, printMeasured, printSeries } from './report.ts'
import { prepareRounds, type Round } from './round.ts'
import { signOffCreates } from './sign-off.ts'
import { setStage } from './stage.ts'

/**
 * How much of what the machine could do is left to a merchant's calls. Each round measures the API and what it is held
 * against one after the other, on the same cores, with the load from this process: only the ratios of one round mean
 * anything. Prints them beside the aims. It asserts that the answers are right, and nothing about time.
 *
 *   npm run bench:api -- --rounds 7 --seconds 5
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '4' } },
})
const [count, seconds] = [Number(values.rounds), Number(values.seconds)]

const pgbench = findPgbench()
const stage = await setStage()
const rounds: Round[] = []
try {
  const play = await prepareRounds(stage, { pgbench, seconds })
  // The first round warms everything up and is not counted.
  const warmUp = await play()
  while (rounds.length < count) rounds.push(await play())

  const answered = [warmUp, ...rounds].reduce((sum, { embedded }) => sum + embedded.answered, 0)
  const none = { orders: 0, events: 0, links: 0 }
  signOffCreates(none, await stage.countEmbedded(), answered, (count + 2) * CONNECTIONS)
} finally {
  await stage.clear()
}

const each = (of: (round: Round) => number) => rounds.map(of)
const create = each((round) => round.create.perSecond)
const find = each((round) => round.find.perSecond)
const embedded = each((round) => round.embedded.perSecond)
const transactions = each((round) => round.pgbench.perSecond)
const bare = each((round) => round.bare.perSecond)
const plain = each((round) => round.plain.perSecond)

console.log(`${CONNECTIONS} connections, ${count} rounds of ${seconds} s each; median (lowest to highest)\n`)
printSeries('create_order ÷ pgbench', divide(create, transactions), 'aim: 0.30 or more')
printSeries('find_order ÷ bare route', divide(find, bare), 'aim: 0.25 or more, then 0.35')
printSeries('embedded create ÷ plain insert', divide(embedded, plain), 'aim: 0.80 or more')
console.log()
printMeasured(
  'create_order',
  rounds.map((round) => round.create),
  'aim: 25 or less',
)
printMeasured(
  'find_order',
  rounds.map((round) => round.find),
  'aim: 12 or less',
)
printMeasured(
  'embedded create',
  rounds.map((round) => round.embedded),
  '',
)
console.log()
printSeries('pgbench, a second', transactions, '', 0)
printSeries('bare route, a second', bare, '', 0)
printSeries('plain insert, a second', plain, '', 0)
// What the other times are to be read beside: the tail of create_order's SQL alone, and of a route that does nothing. On a
// quiet machine the latter is a few; when it is more, the other times say as much about the machine.
printSeries(
  'pgbench, p99 ms',
  each((round) => round.pgbench.p99Ms),
  '',
  0,
)
printSeries(
  'bare route, p99 ms',
  each((round) => round.bare.p99Ms),
  '',
  0,
)
