import { afterEach, expect, test } from 'vitest'
import { createTcpProxy, type TcpProxy } from '../testing/tcp-proxy.ts'
import { createPostgresUrl } from '../testing/test-database.ts'
import type { Database } from './database.ts'
import { isDatabaseGone } from './errors.ts'
import { openPostgres } from './postgres.ts'

/** What a connection that breaks leaves behind: never a place of the pool. */

const CONNECTIONS = 3

let database: Database
let proxy: TcpProxy
afterEach(async () => {
  await database.close()
  await proxy.close()
})

async function open() {
  const url = new URL(await createPostgresUrl())
  proxy = await createTcpProxy(Number(url.port))
  url.port = String(proxy.port)
  database = openPostgres(url.href, { maxConnections: CONNECTIONS })
  const { store, engine } = database
  if (engine.kind !== 'postgres') throw new Error('This is not PostgreSQL.')
  const { pool } = engine
  /** All connections up, and none in use. */
  await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.query('select 1')))
  expect([pool.totalCount, pool.idleCount]).toEqual([CONNECTIONS, CONNECTIONS])
  return { store, pool }
}
type Opened = Awaited<ReturnType<typeof open>>

const findNobody = ({ store }: Opened) => store.merchants.findByPublicKey('nobody')

/** More transactions than there are connections, each of which reads. @returns how each went */
function transactAll({ store }: Opened) {
  const one = () => store.transact(({ merchants }) => merchants.findByPublicKey('nobody'))
  return Promise.allSettled(Array.from({ length: 2 * CONNECTIONS }, one))
}

async function expectAllBack(opened: Opened) {
  await expect.poll(() => opened.pool.totalCount - opened.pool.idleCount).toBe(0)
  const went = await Promise.allSettled([findNobody(opened), ...(await transactAll(opened))])
  expect(went.map(({ status }) => status)).toEqual(Array(1 + 2 * CONNECTIONS).fill('fulfilled'))
  expect(opened.pool.idleCount).toBe(opened.pool.totalCount)
}

test.for(['begin', 'merchants', 'commit'])(
  'connections that break at %s are gone from the pool, and the next ones serve',
  async (statement) => {
    const opened = await open()
    proxy.cutAt(statement)
    const went = await transactAll(opened)
    expect(went.every((one) => one.status === 'rejected' && isDatabaseGone(one.reason))).toBe(true)
    proxy.cutAt(undefined)
    await expectAllBack(opened)
  },
)

test('a rollback that fails hides nothing of why there was one, and its connection is not used again', async () => {
  const opened = await open()
  proxy.cutAt('rollback')
  const refused = opened.store.transact(() => Promise.reject(new Error('no such order')))
  await expect(refused).rejects.toThrow('no such order')
  await expect.poll(() => opened.pool.totalCount).toBe(CONNECTIONS - 1)
  proxy.cutAt(undefined)
  await expectAllBack(opened)
})

test('a transaction that is undone keeps its connection', async () => {
  const opened = await open()
  const refused = opened.store.transact(() => Promise.reject(new Error('no such order')))
  await expect(refused).rejects.toThrow('no such order')
  expect([opened.pool.totalCount, opened.pool.idleCount]).toEqual([CONNECTIONS, CONNECTIONS])
})

test('a database that fell silent is served again when it speaks', async () => {
  const opened = await open()
  proxy.stall(true)
  const went = await transactAll(opened)
  expect(went.every((one) => one.status === 'rejected' && isDatabaseGone(one.reason))).toBe(true)
  proxy.stall(false)
  await expectAllBack(opened)
})
