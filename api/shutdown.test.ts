import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LINGER_MS, REAP_EVERY_MS, SHUT_DOWN_LIMITS, SHUT_DOWN_WITHIN_MS, shutDown } from './shutdown.ts'
import { createOrderDriver } from './testing/orders.ts'
import { BASE, createTestApp, type TestApp, type TestMerchant } from './testing/test-app.ts'

/** A service on a port of its own, as its process ends it. */

let api: TestApp
let merchant: TestMerchant
let port: number
beforeEach(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  port = Number(new URL(await api.app.listen({ port: 0, host: '127.0.0.1' })).port)
})
afterEach(() => {
  vi.useRealTimers()
  return api.close()
})

const jobs = { stop: async () => {} }
/** With these, what ends within a test ended because it was over. */
const limits = { ...SHUT_DOWN_LIMITS, drainMs: 600_000, finishMs: 600_000 }
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const untilOneRuns = () => expect.poll(() => api.app.traffic.inFlight()).toBe(1)

interface Answer {
  status: number
  connection: string | undefined
  text: string
}

function send(path: string, agent?: Agent, body?: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: merchant.authorization, 'content-type': 'application/json' }
    const method = body === undefined ? 'GET' : 'POST'
    const outgoing = request({ port, path, method, headers, ...(agent ? { agent } : {}) }, (incoming) => {
      let text = ''
      incoming.on('data', (chunk) => {
        text += chunk
      })
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, connection: incoming.headers.connection, text }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** Keeps an order from being changed until `release` is called. */
async function hold(backdOrderId: string) {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let held = () => {}
  const isHeld = new Promise<void>((resolve) => {
    held = resolve
  })
  const holding = api.store.transact(async ({ orders }) => {
    await orders.hold(backdOrderId)
    held()
    await released
  })
  await isHeld
  return { release, holding }
}

test('while a request runs, /readyz says that the service ends; the request is finished, and then no more is taken', async () => {
  const order = await createOrderDriver(api, merchant).prepare('order_placed')
  const agent = new Agent({ keepAlive: true })
  expect((await send('/readyz', agent)).connection).toBe('keep-alive')
  const { release, holding } = await hold(order.id)
  const slow = send(`${BASE}/confirm_order`, agent, { backd_order_id: order.id })
  await untilOneRuns()

  const ending = shutDown({ app: api.app, jobs, database: { close: async () => {} }, limits })
  const ready = await send('/readyz', agent)
  expect([ready.status, ready.connection]).toEqual([503, 'close'])
  expect(ready.text).toContain('The service is ending')
  expect((await send('/healthz')).status).toBe(200)

  release()
  const finished = await slow
  expect([finished.status, finished.connection]).toEqual([200, 'close'])
  await Promise.all([ending, holding])
  await expect(send('/healthz')).rejects.toThrow('ECONNREFUSED')
  agent.destroy()
})

test('a service at rest goes on answering for as long as it is told to, so that /readyz can be asked', async () => {
  const startedAt = performance.now()
  const ending = shutDown({ app: api.app, jobs, database: { close: async () => {} }, lingerMs: 700 })
  expect((await send('/readyz')).status).toBe(503)
  expect((await send('/healthz')).status).toBe(200)
  const isAnswering = () =>
    send('/healthz').then(
      () => true,
      () => false,
    )
  while (await isAnswering()) await later(20)
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(690)
  await ending
  await expect(send('/healthz')).rejects.toThrow('ECONNREFUSED')
})

test('connections that are kept alive, and others that say nothing, do not keep it', async () => {
  const agent = new Agent({ keepAlive: true })
  await send('/healthz', agent)
  const silent = connect(port, '127.0.0.1')
  await new Promise((resolve) => silent.once('connect', resolve))
  const closed = new Promise((resolve) => silent.once('close', resolve))
  await shutDown({ app: api.app, jobs, database: { close: async () => {} }, limits })
  await closed
  agent.destroy()
})

const never = new Promise<void>(() => {})
/** From here on time goes on only as the test says; sockets go on by themselves. */
const stopClock = () =>
  void vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  })
/** What sockets have to say by then is said. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}
/** Whether it is over, at any time. */
function follow(work: Promise<unknown>): () => Promise<boolean> {
  let isOver = false
  void work.then(() => {
    isOver = true
  })
  return async () => {
    await settle()
    return isOver
  }
}

test('a request that does not end is cut off when its time is over, and so is a database that does not close', async () => {
  const socket = connect(port, '127.0.0.1')
  socket.write(
    `POST ${BASE}/confirm_order HTTP/1.1\r\nHost: x\r\nAuthorization: ${merchant.authorization}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  )
  const closed = new Promise((resolve) => socket.once('close', resolve))
  await untilOneRuns()
  const { drainMs, finishMs, closeDatabaseMs } = SHUT_DOWN_LIMITS
  stopClock()
  let ending: Promise<void> | undefined
  const databaseCloses = new Promise<void>((resolve) => {
    const close = () => {
      resolve()
      return never
    }
    ending = shutDown({ app: api.app, jobs: { stop: () => never }, database: { close } })
  })
  const isClosed = follow(closed)
  await vi.advanceTimersByTimeAsync(drainMs + finishMs)
  expect(await isClosed()).toBe(false)
  await vi.advanceTimersByTimeAsync(REAP_EVERY_MS)
  await closed

  await databaseCloses
  const isEnded = follow(Promise.resolve(ending))
  await vi.advanceTimersByTimeAsync(closeDatabaseMs - 1)
  expect(await isEnded()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await ending
})

test('jobs that do not stop are left when their time is over', async () => {
  stopClock()
  const ending = shutDown({ app: api.app, jobs: { stop: () => never }, database: { close: async () => {} } })
  const isEnded = follow(ending)
  await vi.advanceTimersByTimeAsync(SHUT_DOWN_LIMITS.stopJobsMs - 1)
  expect(await isEnded()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await ending
})

test('what each part may take is together less than the process has', () => {
  const { drainMs, finishMs, stopJobsMs, closeDatabaseMs } = SHUT_DOWN_LIMITS
  const answersMs = Math.max(drainMs, LINGER_MS)
  const longestMs = Math.max(stopJobsMs, answersMs + finishMs + REAP_EVERY_MS) + closeDatabaseMs
  expect(longestMs).toBeLessThan(SHUT_DOWN_WITHIN_MS)
  expect(SHUT_DOWN_WITHIN_MS).toBeLessThan(10_000)
})
