import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiError } from '../domain/api-error.ts'
import { createTestDatabase, isPostgres, type TestDatabase } from '../testing/test-database.ts'
import { answerOnce, type KeyedCall } from './answer-once.ts'
import { ON_TIME } from './ports/clock.ts'
import type { Store } from './ports/store.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.close())

const clock = { now: () => new Date('2026-04-16T15:00:00.000Z') }
const newCall = (): KeyedCall => ({
  caller: ON_TIME,
  id: randomBytes(32),
  bodyDigest: 'a',
  sealKey: randomBytes(32),
})
/** One try of a call, as any process might make it. */
const attempt = (call: KeyedCall, store = db.database.store) => answerOnce(store, clock, call)

test('a fault is not kept: the same request again runs', async () => {
  const call = newCall()
  const failing = attempt(call)
  await expect(failing.store.transact(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await failing.keepRefusal(new Error('no'))
  const again = attempt(call)
  expect(await again.store.transact(async () => 'done')).toBe('done')
  expect(again.isReplayed()).toBe(false)
})

test('an answer that was sealed under another secret key is not given, and its effect not repeated', async () => {
  const call = newCall()
  await attempt(call).store.transact(async () => 'done')
  const rotated = attempt({ ...call, sealKey: randomBytes(32) })
  let runs = 0
  const again = rotated.store.transact(async () => {
    runs += 1
  })
  await expect(again).rejects.toMatchObject({ code: 'idempotency_key_reused' })
  expect([runs, rotated.isReplayed()]).toEqual([0, false])
})

describe('an answer that is complete only later', () => {
  const begin = async (call: KeyedCall) => {
    const first = attempt(call)
    first.later.promise(10_000)
    expect(await first.store.transact(async () => 'half')).toBe('half')
    return first
  }
  const again = (call: KeyedCall, afterMs = 0) =>
    answerOnce(db.database.store, { now: () => new Date(clock.now().getTime() + afterMs) }, call)

  test('is waited for by other tries, and given to them once it is', async () => {
    const call = newCall()
    const first = await begin(call)
    const early = again(call, 9_999)
    await expect(early.store.transact(async () => 'again')).rejects.toMatchObject({
      code: 'request_in_progress',
    })
    expect(early.isReplayed()).toBe(false)
    await first.later.complete('whole')
    expect(await again(call).store.transact(async () => 'again')).toBe('whole')
  })

  test('is given as far as it is known, when it was promised by then', async () => {
    const call = newCall()
    await begin(call)
    const late = again(call, 10_000)
    expect(await late.store.transact(async () => 'again')).toBe('half')
    expect(late.isReplayed()).toBe(true)
  })
})

test('a try that the database undid leaves nothing of what it had found', async () => {
  const call = newCall()
  await attempt(call).store.transact(async () => 'done')
  let tries = 0
  const undoing: Store = {
    ...db.database.store,
    async transact(work, line) {
      tries += 1
      await db.database.store.transact(work, line)
      await db.query('delete from kept_answers where call_id = $1', [call.id])
      return await db.database.store.transact(work, line)
    },
  }
  const once = attempt(call, undoing)
  expect(await once.store.transact(async () => 'done anew')).toBe('done anew')
  expect([tries, once.isReplayed()]).toEqual([1, false])
})

describe('a refusal', () => {
  const refusal = new ApiError('order_not_placed', 'Not placed yet.')
  const refused = async (call: KeyedCall) => {
    const refusing = attempt(call)
    await expect(refusing.store.transact(() => Promise.reject(refusal))).rejects.toThrow(refusal)
    return refusing
  }

  test('is given again', async () => {
    const call = newCall()
    await (await refused(call)).keepRefusal(refusal)
    const again = attempt(call)
    await expect(again.store.transact(async () => 'done')).rejects.toThrow(refusal)
    expect(again.isReplayed()).toBe(true)
  })

  test('that comes to be kept after an effect leaves its answer', async () => {
    const call = newCall()
    const late = await refused(call)
    await attempt(call).store.transact(async () => 'done')
    await late.keepRefusal(refusal)
    expect(await attempt(call).store.transact(async () => 'done twice')).toBe('done')
  })

  // The embedded database has one transaction at a time.
  test.runIf(isPostgres)(
    'that comes to be kept while an effect is under way leaves it its answer',
    async () => {
      const call = newCall()
      const late = await refused(call)
      const effect = attempt(call).store.transact(async () => {
        await late.keepRefusal(refusal)
        return 'done'
      })
      expect(await effect).toBe('done')
      expect(await attempt(call).store.transact(async () => 'done twice')).toBe('done')
    },
  )

  test.runIf(isPostgres)('whose keeping takes long keeps an effect from happening under it', async () => {
    const call = newCall()
    const slow = await refused(call)
    await db.query(
      `create function take_long() returns trigger language plpgsql as
       $$ begin perform pg_sleep(3); return new; end $$`,
    )
    await db.query(
      'create trigger slow before insert on kept_answers for each row execute function take_long()',
    )
    const keeping = slow.keepRefusal(refusal)
    await expect
      .poll(() =>
        db.query(`select 1 from pg_stat_activity where query ilike 'insert into "kept_answers"%'
                            and wait_event = 'PgSleep'`),
      )
      .toHaveLength(1)
    const meanwhile = attempt(call).store.transact(async () => 'done')
    await expect(meanwhile).rejects.toMatchObject({ code: 'request_in_progress' })
    await keeping
    await db.query('drop trigger slow on kept_answers')
    await expect(attempt(call).store.transact(async () => 'done')).rejects.toThrow(refusal)
  })
})
