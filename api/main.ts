import { existsSync } from 'node:fs'
import { join } from 'node:path'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import type { Database } from './db/database.ts'
import { isDatabaseGone } from './db/errors.ts'
import { openDatabase } from './db/open.ts'
import { describeFault } from './http/fault-log.ts'
import { createLogStream } from './http/log-stream.ts'
import { createJobs, type Jobs } from './outbound/jobs/jobs.ts'
import { LINGER_MS, SHUT_DOWN_WITHIN_MS, shutDown } from './shutdown.ts'
import { failStart, ListenError, StartError } from './start-error.ts'
import { createSystemClock, systemRandom } from './system.ts'
import { hasSandboxMerchant, seedSandbox } from './use-cases/register-merchant.ts'

/** The process: `node api/main.ts`. Signals, the port and the order of starting and stopping are here alone. */

async function start(): Promise<void> {
  const config = readConfig(process.env)
  if (!existsSync(join(config.widgetDist, 'checkout/index.html'))) {
    throw new StartError(`The widget is not built in ${config.widgetDist}; run "npm run build" first.`)
  }
  const database = await openDatabase(config)
  try {
    await prepare(database, config)
    const clock = createSystemClock(config.mode)
    const catchUpSoon = () => jobs.catchUpSoon()
    const logStream = createLogStream()
    const app = await createApp({ config, database, clock, random: systemRandom, catchUpSoon, logStream })
    const jobs = createServiceJobs(app, database)
    closeWithGrace({ delay: SHUT_DOWN_WITHIN_MS, logger: false }, async ({ err }) => {
      if (err) app.log.fatal({ fault: describeFault(err) }, 'The process ends on a fault')
      await shutDown({ app, jobs, database, lingerMs: config.mode === 'production' ? LINGER_MS : 0 })
    })
    await app.listen({ port: config.port, host: config.host }).catch((cause) => {
      throw new ListenError(cause)
    })
    await jobs.start()
    announce(config)
  } catch (error) {
    await database.close().catch(() => undefined)
    throw error
  }
}

async function prepare(database: Database, config: Config): Promise<void> {
  await database.migrate()
  if (config.mode === 'sandbox') return await seedSandbox(database, config.sandboxOrigins)
  if (await hasSandboxMerchant(database)) {
    throw new StartError(
      'This database has the sandbox merchant, whose secret key everybody knows; production needs a database of its own.',
    )
  }
}

/** The jobs, which write one line a run beside the requests' lines. */
function createServiceJobs(app: FastifyInstance, { engine }: Database): Jobs {
  return createJobs(
    { ...app.ports, isDatabaseGone },
    {
      engine,
      onRun({ counts, ...run }) {
        app.metrics.observeJob(run)
        app.log.info({ ...run, ms: Math.round(run.ms), ...counts }, 'job')
      },
    },
  )
}

/** One line; the shop's own says where to click. */
function announce({ publicOrigin, mode, databaseUrl, dataDir }: Config): void {
  const kept = databaseUrl === undefined ? `embedded database in ${dataDir}` : 'PostgreSQL'
  console.log(`BackdPay API and checkout: ${publicOrigin} (${mode}, ${kept})`)
}

start().catch(failStart)
