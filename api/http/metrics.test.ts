import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrderBody, isRefusal } from '../testing/bodies.ts'
import { BASE, createTestApp, type TestApp } from '../testing/test-app.ts'
import { isPostgres } from '../testing/test-database.ts'

const TOKEN = 'prometheus-0123456789'

let api: TestApp
beforeAll(async () => {
  api = await createTestApp()
})
afterAll(() => api.close())

const read = async () => (await api.call({ url: '/metrics' })).text
const linesOf = (text: string, name: string) => text.split('\n').filter((line) => line.startsWith(name))

test('requests are counted by method, route pattern and status, and by nothing that tells who or what', async () => {
  const merchant = await api.createMerchant()
  const { data } = (await api.merchantCall(merchant, '/create_order', createOrderBody())).body
  for (const id of [data.backd_order_id, 'unknown-1', 'unknown-2'])
    await api.merchantCall(merchant, `/find_order/${id}`)
  for (const url of ['/nothing-1', '/nothing-2', `${BASE}/nothing-3`]) await api.call({ url })
  await api.call({ url: new URL(data.customer_url).pathname })

  const text = await read()
  const counts = linesOf(text, 'backd_http_request_duration_seconds_count')
  const found = `route="${BASE}/find_order/:backd_order_id"`
  expect(counts).toContainEqual(expect.stringContaining(`{method="GET",${found},status="404"} 2`))
  expect(counts).toContainEqual(expect.stringContaining(`{method="GET",${found},status="200"} 1`))
  expect(counts).toContainEqual(expect.stringContaining('{method="GET",route="none",status="404"} 2'))
  expect(counts).toContainEqual(expect.stringContaining('route="/checkout/:key/:token",status="200"} 1'))
  const told = [
    data.backd_order_id,
    data.customer_url.split('/').at(-1),
    merchant.publicKey,
    'unknown-',
    'nothing-',
  ]
  for (const secret of told) expect(text).not.toContain(secret)
})

test('the request that reads is in flight, and no other is', async () => {
  expect(await read()).toContain('\nbackd_http_requests_in_flight 1\n')
})

test('the process, the jobs and the database’s connections are there', async () => {
  api.app.metrics.observeJob({ job: 'settle-refunds', outcome: 'failed', ms: 20 })
  const text = await read()
  expect(text).toContain('backd_job_duration_seconds_count{job="settle-refunds",outcome="failed"} 1')
  expect(linesOf(text, 'process_cpu_seconds_total')).toHaveLength(1)
  expect(linesOf(text, 'nodejs_eventloop_lag_p99_seconds')).toHaveLength(1)
  const connections = linesOf(text, 'backd_db_connections')
  expect(connections.map((line) => line.split(' ')[0])).toEqual(
    isPostgres ? ['backd_db_connections{state="idle"}', 'backd_db_connections{state="busy"}'] : [],
  )
})

test('docs/deploy.md names those that are there', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/deploy.md'), 'utf8')
  const documented = [...page.matchAll(/^\| `(backd_\w+)` \|/gm)].map(([, name]) => name)
  const served = [...(await read()).matchAll(/^# TYPE (backd_\w+)/gm)].map(([, name]) => name)
  const onPostgresAlone = isPostgres ? [] : ['backd_db_connections', 'backd_db_waiting_requests']
  expect(documented.sort()).toEqual([...served, ...onPostgresAlone].sort())
})

describe('with a METRICS_TOKEN, in production', () => {
  let closed: TestApp
  beforeAll(async () => {
    closed = await createTestApp({
      BACKD_MODE: 'production',
      PUBLIC_ORIGIN: 'https://pay.backd.example',
      METRICS_TOKEN: TOKEN,
    })
  })
  afterAll(() => closed.close())

  test.each([
    ['no token', undefined],
    ['another token', `Bearer ${TOKEN}x`],
    ['an empty one', 'Bearer '],
    ['the token as a password', `Basic ${btoa(`:${TOKEN}`)}`],
  ])('%s reads nothing', async (_title, authorization) => {
    const reply = await closed.call({ url: '/metrics', headers: authorization ? { authorization } : {} })
    expect(isRefusal(reply, 401, 'unauthorized')).toBe(true)
    expect(reply.headers['www-authenticate']).toMatch(/^Bearer /)
  })

  test('the token reads them', async () => {
    const reply = await closed.call({ url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } })
    expect([reply.status, reply.headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/^text\/plain; version=/),
    ])
    expect(reply.headers['cache-control']).toBe('no-store')
  })
})

test('production without a METRICS_TOKEN has no such address', async () => {
  const production = await createTestApp({
    BACKD_MODE: 'production',
    PUBLIC_ORIGIN: 'https://pay.backd.example',
  })
  expect(isRefusal(await production.call({ url: '/metrics' }), 404, 'not_found')).toBe(true)
  await production.close()
})
