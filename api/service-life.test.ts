import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { SANDBOX_PUBLIC_KEY, SANDBOX_SECRET_KEY } from './domain/sandbox.ts'
import { findFreePort } from './testing/embedded-server.ts'
import { killLeftovers, type Running, runProcess } from './testing/run-process.ts'
import { createSampleDist } from './testing/sample-dist.ts'
import { createServiceCalls } from './testing/service-calls.ts'
import { createTcpProxy } from './testing/tcp-proxy.ts'
import { BASE, basic } from './testing/test-app.ts'
import { createPostgresUrl, isPostgres } from './testing/test-database.ts'

/** A process takes seconds to start on a machine that does much else. */
vi.setConfig({ testTimeout: 60_000 })

/** The process `node api/main.ts` as its supervisor and its database treat it, with its jobs running. */

const dist = createSampleDist()
let folder: string
let port: number
let environment: Record<string, string>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backd-life-'))
  port = await findFreePort()
  environment = {
    API_PORT: String(port),
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

async function start(changes: Record<string, string> = {}): Promise<Running> {
  const service = runProcess('api/main.ts', [], { ...environment, ...changes })
  await service.says('BackdPay API and checkout: http')
  return service
}

const origin = () => `http://127.0.0.1:${port}`

/** Sends a call but for the last character of its body, which `finish` sends, and waits until the service has taken it up. */
async function beginCall(path: string, body: object): Promise<{ finish(): Promise<string>; socket: Socket }> {
  const text = JSON.stringify(body)
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  const takenUp = new Promise((resolve) => socket.once('data', resolve))
  socket.on('data', (chunk) => {
    answer += chunk
  })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write(
    `POST ${BASE}${path} HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n` +
      `Authorization: ${basic(SANDBOX_PUBLIC_KEY, SANDBOX_SECRET_KEY)}\r\n` +
      `Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: ${text.length}\r\n\r\n${text.slice(0, -1)}`,
  )
  await takenUp
  const interim = 'HTTP/1.1 100 Continue\r\n\r\n'
  expect(answer).toBe(interim)
  return {
    socket,
    async finish() {
      socket.write(text.slice(-1))
      await closed
      return answer.slice(interim.length)
    },
  }
}

test('on SIGTERM /readyz says at once that the service ends, what runs is finished, and the process ends well', async () => {
  const service = await start()
  const { call, get, confirmOrder } = createServiceCalls(origin())
  const ids = await confirmOrder()
  await service.says('"job":"settle-refunds"')
  const slow = await beginCall('/refund', { ...ids, refund_amount: 10 })
  const startedAt = performance.now()
  const ended = service.end('SIGTERM')
  await vi.waitFor(async () => expect((await get('/readyz')).status).toBe(503), 4_000)
  expect((await call(`/find_order/${ids.backd_order_id}`)).headers['connection']).toBe('close')

  const answer = await slow.finish()
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(answer.toLowerCase()).toContain('connection: close')
  const { code, stdout, stderr } = await ended
  expect([code, stderr]).toEqual([0, ''])
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  for (const secret of [SANDBOX_SECRET_KEY, 'joedoe', 'Austin']) expect(stdout).not.toContain(secret)
})

test('on SIGTERM a request that never arrives whole is cut off, and the process ends well and in time', async () => {
  const service = await start()
  const { socket } = await beginCall('/refund', { refund_amount: 10 })
  const startedAt = performance.now()
  expect((await service.end('SIGTERM')).code).toBe(0)
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  socket.destroy()
})

describe.runIf(isPostgres)('while the database is gone', () => {
  test('calls are told so without waiting for it, the process and its jobs live on, and all goes on when it is back', async () => {
    const url = new URL(environment['DATABASE_URL'] ?? '')
    const proxy = await createTcpProxy(Number(url.port))
    url.port = String(proxy.port)
    const service = await start({ DATABASE_URL: url.href })
    const { call, get, confirmOrder } = createServiceCalls(origin())
    const ids = await confirmOrder()
    const { refunds } = (await call('/refund', { ...ids, refund_amount: 10 })).body.data

    await proxy.pull()
    for (let round = 0; round < 5; round++) {
      const startedAt = performance.now()
      const replies = await Promise.all([
        call('/find_orders'),
        call('/refund', ids, 'DELETE'),
        get('/readyz'),
      ])
      expect(replies.map(({ status }) => status)).toEqual([503, 503, 503])
      for (const { headers } of replies) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
      // On any machine; that it is under two seconds, silence.test.ts tells by a clock of its own.
      expect(performance.now() - startedAt).toBeLessThan(5_000)
      // Between the rounds the jobs look for work, and find no database.
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    expect((await get('/healthz')).status).toBe(200)

    await proxy.putBack()
    expect((await get('/readyz')).status).toBe(200)
    expect((await call('/sandbox/clock', { now: refunds[0].locked_at })).status).toBe(200)
    await vi.waitFor(async () => {
      const { data } = (await call(`/find_order/${ids.backd_order_id}`)).body
      expect(data.refunds).toMatchObject([{ status: 'settled' }])
    }, 30_000)

    await proxy.pull()
    const { code, stderr } = await service.end('SIGTERM')
    expect([code, stderr]).toEqual([0, ''])
    await proxy.close()
  })
})
