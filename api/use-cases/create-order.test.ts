import { randomBytes } from 'node:crypto'
import { createOrderSchema } from '@backd/contract/api/create-order.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeOrderLinkMail } from '../outbound/mail/order-link-mail.ts'
import { agreedLimits } from '../outbound/underwriting/rules.ts'
import { systemRandom } from '../system.ts'
import { createOrderBody } from '../testing/bodies.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { answerOnce } from './answer-once.ts'
import { createOrder } from './create-order.ts'
import { ON_TIME } from './ports/clock.ts'
import type { Mail } from './ports/mailer.ts'
import type { Store } from './ports/store.ts'

let api: TestApp
beforeAll(async () => {
  api = await createTestApp()
})
afterAll(() => api.close())

test('an order that the database undid is not mailed, when another try of the call made it meanwhile', async () => {
  const { publicKey } = await api.createMerchant()
  const merchant = await api.store.merchants.findByPublicKey(publicKey)
  if (!merchant) throw new Error('no merchant')
  const body = createOrderSchema.parse(
    createOrderBody({ notify_customer: true, customer_email: 'joe@example.com' }),
  )
  const call = { caller: ON_TIME, id: randomBytes(32), bodyDigest: 'a', sealKey: randomBytes(32) }
  const mails: Mail[] = []
  const run = (store: Store) => {
    const once = answerOnce(store, api.clock, call)
    const ports = {
      store: once.store,
      later: once.later,
      clock: api.clock,
      random: systemRandom,
      underwriting: agreedLimits,
      mailer: {
        send: async (mail: Mail) => {
          mails.push(mail)
          return 'taken' as const
        },
      },
      writeOrderLinkMail,
      reporter: {
        report(error: unknown) {
          throw error
        },
      },
      publicOrigin: 'http://localhost:4000',
    }
    return createOrder(ports, merchant, body)
  }
  let winner: Awaited<ReturnType<typeof run>> | undefined
  const losing: Store = {
    ...api.store,
    async transact(work, line) {
      const undone = api.store.transact(async (repositories) => {
        await work(repositories)
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      winner = await run(api.store)
      return await api.store.transact(work, line)
    },
  }
  expect(await run(losing)).toEqual(winner)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain(winner?.customer_url)
})
