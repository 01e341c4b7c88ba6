import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkoutOrderBody } from '../bodies.ts'
import { createTestApp, type TestApp } from '../test-app.ts'
import { isPostgres } from '../test-database.ts'
import { Agreement } from './agreement.ts'
import { anyCommands, prepare } from './commands.ts'
import { Model } from './reference.ts'
import { Service } from './service.ts'

/**
 * `npm test` lives the same lives each time, so that it fails for what a change did. `npm run test:model` draws others, and
 * more of them. MODEL_RUNS and MODEL_SEED say how many, and which.
 */

const RUNS = Number(process.env['MODEL_RUNS'] ?? (isPostgres ? 50 : 300))
const SEED = Number(process.env['MODEL_SEED'] ?? 20_260_416)
/** fast-check draws any number up to this, so a run has half of them on average. */
const MAX_COMMANDS = 80
const WEEK_MS = 7 * 86_400_000

/** The first merchant's raises meet the percentage, or the limit when the order is near it; the second has none. */
const limits = [
  { limit: 100_000, raisePercent: 10 },
  { limit: 100_000, raisePercent: 0 },
]
/** A Thursday morning, a Friday before the lock, and the Fridays before the clocks of Chicago change. */
const starts = ['2026-04-16T15:00Z', '2026-04-17T21:59Z', '2026-03-06T22:30Z', '2026-10-30T21:30Z']

let api: TestApp
let agreementVersion: string
beforeAll(async () => {
  api = await createTestApp({ LOG_LEVEL: 'silent' })
  const { body } = await api.browserCall(checkoutOrderBody(await api.createMerchant()))
  agreementVersion = body.data.session.agreement.version
}, 120_000)
afterAll(() => api.close())

/** Two new merchants, and a model that knows of no order. */
async function begin(start: string): Promise<Agreement> {
  api.clock.time = new Date(start)
  const merchants = await Promise.all(
    limits.map(({ limit, raisePercent }) =>
      api.createMerchant({ orderLimitCents: limit, increaseLimitPercent: raisePercent }),
    ),
  )
  const service = new Service(api, merchants, agreementVersion)
  return new Agreement(new Model(Date.parse(start), limits), service)
}

test(`whatever is called, in any order, in ${RUNS} lives of two merchants, the service does what the contract says`, async () => {
  let steps = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.commands(anyCommands, { maxCommands: MAX_COMMANDS, size: 'max' }),
      async (start, commands) => {
        const agreement = await begin(start)
        try {
          await prepare(agreement)
          const prepared = agreement.transcript.length
          await fc.asyncModelRun(() => ({ model: agreement.model, real: agreement }), commands)
          steps += agreement.transcript.length - prepared
          await agreement.holdAll()
          // Nothing is left for the next run to settle.
          for (const by of [0, 1]) await agreement.travelTo(by, agreement.model.timeOf(by) + WEEK_MS)
          await agreement.settle()
        } catch (error) {
          throw new Error(`It began at ${start}.\n${agreement.transcript.join('\n')}\n\n${error}`)
        }
      },
    ),
    { numRuns: RUNS, seed: SEED },
  )
  console.log(`model: ${RUNS} runs, ${steps} commands, seed ${SEED}`)
  // A few runs may all be short.
  if (RUNS >= 50) expect(steps / RUNS).toBeGreaterThan(MAX_COMMANDS / 4)
}, 1_800_000)
