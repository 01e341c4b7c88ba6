import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openDatabase } from './db/open.ts'
import { SANDBOX_PUBLIC_KEY, SANDBOX_SECRET_KEY } from './domain/sandbox.ts'
import { findFreePort } from './testing/embedded-server.ts'
import { type Finished, killLeftovers, type Running, runProcess } from './testing/run-process.ts'
import { createSampleDist } from './testing/sample-dist.ts'
import { createServiceCalls } from './testing/service-calls.ts'
import { createPostgresUrl, isPostgres } from './testing/test-database.ts'
import { authenticateMerchant } from './use-cases/authenticate-merchant.ts'

/** The processes themselves: `node api/main.ts` and `npm run merchant`. */

/** A process takes seconds to start on a machine that does much else. */
vi.setConfig({ testTimeout: 60_000 })

let environment: Record<string, string>
let folder: string
const dist = createSampleDist()
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backd-main-'))
  environment = {
    API_PORT: String(await findFreePort()),
    WIDGET_DIST: dist.widgetDist,
    DATA_DIR: folder,
    ...(isPostgres ? { DATABASE_URL: await createPostgresUrl() } : {}),
  }
})
afterEach(killLeftovers)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  dist.remove()
})

const start = (changes: Record<string, string> = {}): Running =>
  runProcess('api/main.ts', [], { ...environment, ...changes })
const merchant = (args: string[], changes: Record<string, string> = {}): Promise<Finished> =>
  runProcess('api/merchant.ts', args, { ...environment, ...changes }).finished

async function listen(port: number): Promise<Server> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

/** A process that could not start: exit code 1 and one line that says why. */
function expectOneLine({ code, stderr }: Finished, pattern: RegExp): void {
  expect(stderr).toMatch(pattern)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(code).toBe(1)
}

test('the service starts, seeds its sandbox, serves, and ends on SIGTERM within its time', async () => {
  const service = start()
  await service.says('BackdPay API and checkout: http')
  const origin = `http://127.0.0.1:${environment['API_PORT']}`
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  const headers = { authorization: `Basic ${btoa(`${SANDBOX_PUBLIC_KEY}:${SANDBOX_SECRET_KEY}`)}` }
  expect((await fetch(`${origin}/v1/backd/bnpl/api/find_order/x`, { headers })).status).toBe(404)

  if (!isPostgres) expectOneLine(await start({ API_PORT: '4999' }).finished, /is in use by process \d+/)
  const { code } = await service.end('SIGTERM')
  expect(code).toBe(0)
  expect(existsSync(join(folder, 'pglite.pid'))).toBe(false)
})

test('a refund is settled soon after its merchant’s clock was moved past the lock', async () => {
  const service = start()
  await service.says('BackdPay API and checkout: http')
  const { call, confirmOrder } = createServiceCalls(`http://127.0.0.1:${environment['API_PORT']}`)
  const ids = await confirmOrder()
  const { refunds } = (await call('/refund', { ...ids, refund_amount: 8950 })).body.data
  expect(refunds).toMatchObject([{ amount: 8950, status: 'draft' }])
  expect((await call('/sandbox/clock', { now: refunds[0].locked_at })).status).toBe(200)
  await vi.waitFor(async () => {
    const { data } = (await call(`/find_order/${ids.backd_order_id}`)).body
    expect(data).toMatchObject({ status: 'refund', refunds: [{ status: 'settled' }] })
  }, 15_000)
  const { code, stdout } = await service.end('SIGTERM')
  expect(code).toBe(0)
  expect(stdout).toMatch(/"job":"settle-refunds","outcome":"done".*"settled":1/)
})

test('a port that is taken is named', async () => {
  const taken = await listen(Number(environment['API_PORT']))
  expectOneLine(await start().finished, new RegExp(`Port ${environment['API_PORT']} is taken.*API_PORT`))
  await new Promise((resolve) => taken.close(resolve))
})

test.each(['300.1.1.1', '192.0.2.1'])(
  'the host %s, which is none of this machine, is named',
  async (host) => {
    expectOneLine(await start({ HOST: host }).finished, /^backd-api: HOST is not an address/)
  },
)

test('production refuses a database that has the sandbox merchant', async () => {
  const production = { BACKD_MODE: 'production', PUBLIC_ORIGIN: 'https://pay.backd.example' }
  expectOneLine(await start(production).finished, /sandbox merchant.*database of its own/)
})

test('a bad value is named', async () => {
  expectOneLine(await start({ API_PORT: 'http' }).finished, /^backd-api: API_PORT must be a port/)
})

test('a database that cannot be reached is said to be so', async () => {
  const url = 'postgres://nobody:hunter2@127.0.0.1:1/none'
  const finished = await start({ DATABASE_URL: url }).finished
  expectOneLine(finished, /DATABASE_URL names cannot be reached/)
  expect(finished.stderr).not.toContain('hunter2')
})

test('a widget that is not built is said to be so', async () => {
  expectOneLine(await start({ WIDGET_DIST: folder }).finished, /npm run build/)
})

test('the merchant command makes a merchant and prints the keys that authenticate it', async () => {
  const origins = ['--origin', 'https://a.example', '--origin', 'http://localhost:5000']
  const { code, stdout, stderr } = await merchant([
    'create',
    '--name',
    'Acme',
    ...origins,
    '--limit',
    '250.50',
  ])
  expect([code, stderr]).toEqual([0, ''])
  const publicKey = /Public key: (\S+)/.exec(stdout)?.[1] ?? ''
  const secretKey = /Secret key: (\S+)/.exec(stdout)?.[1] ?? ''

  const database = await openDatabase({ databaseUrl: environment['DATABASE_URL'], dataDir: folder })
  const found = await authenticateMerchant(database, { publicKey, secretKey })
  await database.close()
  expect(found).toMatchObject({
    name: 'Acme',
    origins: ['https://a.example', 'http://localhost:5000'],
    orderLimitCents: 25_050,
  })
  expect(found?.plans.map(({ id }) => id)).toContain('net-30')
})

test('the merchant command that cannot be understood says why and how it is used', async () => {
  const { code, stderr } = await merchant(['create', '--name', 'Acme'])
  expect(code).toBe(1)
  expect(stderr).toMatch(/at least one --origin is needed\n\nUsage: npm run merchant/)
})
