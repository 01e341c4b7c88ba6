import { seedAmounts, seedItems } from '@backd/contract/examples.ts'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { isDatabaseGone } from '../db/errors.ts'
import { createJobs } from '../outbound/jobs/jobs.ts'
import { linkFor } from '../testing/approval.ts'
import { checkoutOrderBody, choiceOf, createOrderBody } from '../testing/bodies.ts'
import { createOrderDriver } from '../testing/orders.ts'
import { BASE, basic, createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { codeFor, cookieOf, otherThan } from '../testing/verification.ts'
import { hashSecret } from '../use-cases/authenticate-merchant.ts'
import { cookieNameOf } from './browser-cookie.ts'
import { createReporter } from './fault-log.ts'

/**
 * Nothing that somebody sends, and nothing that lets somebody in, is written to the log: a canary stands in every field,
 * key, header and address of every endpoint, on its way to success, to refusal and to fault, and the log holds none.
 */

const CANARY = 'CANARY7X'
const METRICS_TOKEN = `${CANARY}-0123456789`

let api: TestApp
let merchant: TestMerchant
/** What nobody may read in a log, beside the canary. */
const secrets = new Set<string>()
beforeAll(async () => {
  api = await createTestApp({ LOG_LEVEL: 'trace', METRICS_TOKEN })
  const [publicKey, secretKey] = [`pk-${CANARY}`, `sk-${CANARY}`]
  merchant = await api.createMerchant({
    publicKey,
    name: CANARY,
    origins: [`https://${CANARY}.example`.toLowerCase()],
  })
  await api.query('update merchants set secret_hash = $1 where public_key = $2', [
    hashSecret(secretKey),
    publicKey,
  ])
  merchant = { publicKey, secretKey, authorization: basic(publicKey, secretKey) }
  secrets.add(merchant.authorization.slice('Basic '.length))
})
afterAll(() => api.close())
beforeEach(() => {
  api.logs.length = 0
})

/** @param atLeast how many lines there have to be: a log without lines holds no canary either */
function expectClean(atLeast: number): void {
  expect(api.logs.length).toBeGreaterThanOrEqual(atLeast)
  const log = api.logs.join('').toLowerCase()
  for (const secret of [CANARY, 'joedoe', ...secrets]) expect(log).not.toContain(secret.toLowerCase())
}

const contact = {
  name: { first: CANARY, last: CANARY },
  company_name: CANARY,
  address: { line1: CANARY, line2: CANARY, city: CANARY, state: CANARY, zipcode: CANARY, country: CANARY },
  phone_number: CANARY,
  email: `${CANARY}@example.com`,
}
const items = seedItems.map((item) => ({
  ...item,
  display_name: CANARY,
  sku: CANARY,
  item_url: `https://a.example/${CANARY}`,
  item_image_url: `https://a.example/${CANARY}`,
}))
let orders = 0
const content = () => {
  orders += 1
  return {
    ...seedAmounts,
    merchant_order_id: `${CANARY}-${orders}`,
    merchant_order_status: CANARY,
    billing: contact,
    shipping: contact,
    items,
  }
}
const returnTo = `https://${CANARY}.example/${CANARY}?${CANARY}=${CANARY}#${CANARY}`
const mode = { type: 'redirect', order_success_url: returnTo, order_close_url: returnTo }

const headers = (authorization: string) => ({
  authorization,
  'idempotency-key': CANARY,
  'user-agent': CANARY,
  cookie: `a=${CANARY}`,
  origin: `https://${CANARY}.example`.toLowerCase(),
  referer: `https://${CANARY}.example/${CANARY}`,
  'x-forwarded-for': CANARY,
  'x-request-id': CANARY,
})

/** Every endpoint of the description, and those that are not in it. */
async function everyEndpoint(): Promise<{ method: NonNullable<InjectOptions['method']>; url: string }[]> {
  const { body } = await api.call({ url: '/openapi.json' })
  const described = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase() as 'GET',
      url: path.replace(/\{\w+\}/g, CANARY),
    })),
  )
  const others = [
    '/checkout/modal',
    `/checkout/${CANARY}`,
    `/checkout/${'q'.repeat(43 - CANARY.length)}${CANARY}`,
    `/checkout/assets/${CANARY}.js`,
    `/sandbox/mailbox/${CANARY}`,
    '/sandbox/mailbox',
    '/widget/v1/widget.js',
    '/metrics',
    '/readyz',
    '/healthz',
    '/docs',
    `/${CANARY}`,
    `${BASE}/${CANARY}`,
    `/checkout/%zz${CANARY}`,
  ]
  return [...described, ...others.map((url) => ({ method: 'GET' as const, url }))]
}

async function callEverything(): Promise<number> {
  const key = `Bearer ${CANARY}`
  const token = `Bearer ${'q'.repeat(43 - CANARY.length)}${CANARY}`
  let calls = 0
  for (const { method, url } of await everyEndpoint()) {
    const bodies = [
      JSON.stringify({ ...content(), [CANARY]: CANARY, backd_order_id: CANARY, page_origin: CANARY }),
      JSON.stringify({
        order: { ...content(), merchant: { public_api_key: CANARY, name: CANARY }, [CANARY]: 1 },
      }),
      `{"${CANARY}": ${CANARY}`,
      `"${CANARY}"`,
    ]
    const payloads = method === 'GET' ? [undefined] : bodies
    const address = `${url}?key=${CANARY}&search=${CANARY}&cursor=${CANARY}&${CANARY}=${CANARY}`
    for (const authorization of [merchant.authorization, basic(CANARY, CANARY), key, token, CANARY]) {
      for (const payload of payloads) {
        const type = payload === undefined ? {} : { 'content-type': 'application/json' }
        await api.call({
          method,
          url: authorization === key ? url : address,
          headers: { ...headers(authorization), ...type },
          ...(payload === undefined ? {} : { payload }),
        })
        calls += 1
      }
    }
  }
  return calls
}

/** An order of the canary's, with its token kept for the search. */
async function openCheckout() {
  const body = checkoutOrderBody(merchant, { ...content(), mode })
  const { origin } = headers('')
  const { data } = (await api.browserCall(body, { origin })).body
  secrets.add(data.token)
  return {
    id: data.backd_order_id,
    merchantOrderId: data.merchant_order_id,
    token: data.token,
    choice: choiceOf(data.session),
  }
}

describe('the log holds no canary', () => {
  test('when all that is sent is taken', async () => {
    const driver = createOrderDriver(api, merchant)
    const created = await api.merchantCall(
      merchant,
      '/create_order',
      createOrderBody({ ...content(), mode, customer_email: `${CANARY}@example.com`, notify_customer: true }),
      { headers: headers(merchant.authorization) },
    )
    expect(created.status).toBe(200)
    secrets.add(created.body.data.customer_url.split('/').at(-1))
    const order = await openCheckout()
    const statuses = [
      (await api.sessionCall(order.token)).status,
      (await api.call({ url: `/checkout/${order.token}` })).status,
      (await driver.select(order)).status,
      (await driver.place(order)).status,
      (await driver.update(order, { ...content(), merchant_order_id: order.merchantOrderId })).status,
      (await driver.confirm(order)).status,
      (await driver.refund(order, 10)).status,
      (await driver.deleteRefund(order)).status,
      (await api.merchantCall(merchant, `/find_orders?search=${CANARY}`)).status,
      (await api.merchantCall(merchant, `/order_events/${order.id}`)).status,
      (await api.merchantCall(merchant, `/find_order/${order.id}`)).status,
      (await api.merchantCall(merchant, '/sandbox/clock', { advance_seconds: 1 })).status,
      (await api.call({ url: '/metrics', headers: { authorization: `Bearer ${METRICS_TOKEN}` } })).status,
    ]
    expect(statuses).toEqual(statuses.map(() => 200))
    expectClean(statuses.length)
    expect(api.logs.join('')).toContain('"route":"/checkout/:token"')
  })

  test('when customers are verified, rightly, wrongly and in another browser', async () => {
    await api.query('update merchants set verify_customer = true where public_key = $1', [merchant.publicKey])
    const { token, choice } = await openCheckout()
    expect((await api.sendCode(token)).status).toBe(200)
    const code = codeFor(api, contact.email)
    secrets.add(code)
    const wrong = await api.verify(token, otherThan(code), `${cookieNameOf(token)}=${CANARY}`)
    expect(wrong.status).toBe(422)
    const verified = await api.verify(token, code)
    expect(verified.status).toBe(200)
    const cookie = cookieOf(verified)
    secrets.add(cookie.split('=')[1] ?? '')
    expect((await api.sessionCall(token, choice)).status).toBe(409)
    expect((await api.sessionCall(token, choice, cookie)).status).toBe(200)
    api.mailer.takes = false
    expect((await api.sendCode((await openCheckout()).token)).status).toBe(422)
    api.mailer.takes = true
    await api.query('update merchants set verify_customer = false where public_key = $1', [
      merchant.publicKey,
    ])
    expectClean(6)
  })

  test('when an order is handed to a colleague, who declines, and to another, who approves', async () => {
    const { token, choice } = await openCheckout()
    const ask = async (name: string) => {
      const email = `${CANARY}-${name}@example.com`
      const asked = await api.ask(token, { approver_email: email, note: `${CANARY}\n${CANARY}` })
      expect(asked.status).toBe(200)
      const link = linkFor(api, email)
      expect(link).not.toBe('')
      secrets.add(link)
      const cookie = cookieOf(await api.verify(link, '000000'))
      secrets.add(cookie.split('=')[1] ?? '')
      return { link, cookie }
    }
    const first = await ask('one')
    expect((await api.ask(token, { approver_email: `${CANARY}@other.example` })).status).toBe(409)
    expect((await api.decline(first.link, { reason: CANARY }, first.cookie)).status).toBe(200)
    const second = await ask('two')
    expect((await api.withdraw(token)).status).toBe(200)
    expect((await api.call({ url: `/checkout/${second.link}` })).status).toBe(410)
    api.mailer.takes = false
    expect((await api.ask(token, { approver_email: `${CANARY}@none.example` })).status).toBe(422)
    api.mailer.takes = true
    const third = await ask('three')
    expect((await api.sessionCall(third.link, choice, third.cookie)).status).toBe(200)
    expectClean(12)
  })

  test('when every endpoint refuses', async () => {
    // Not one a call: an address that is no address gets no line.
    expectClean((await callEverything()) * 0.9)
  })

  test('when the database refuses a row, and the log is told why', async () => {
    const driver = createOrderDriver(api, merchant)
    const order = await driver.bring(await openCheckout(), 'order_confirmed')
    await driver.refund(order, 10)
    // PostgreSQL tells the whole row that broke a check, and Drizzle all that a statement was sent with.
    await api.query(`alter table orders add constraint refusing check (version < 0) not valid`)
    try {
      expect((await driver.refund(order, 20)).status).toBe(500)
      const made = await api.merchantCall(merchant, '/create_order', createOrderBody({ ...content(), mode }))
      expect(made.status).toBe(500)
      await callEverything()
      await api.later(7 * 86_400_000, () => runJobsOnce())
    } finally {
      await api.query('alter table orders drop constraint refusing')
    }
    expect(api.logs.join('')).toContain('The refund of BO-')
    expect(api.logs.join('')).toContain('23514')
    expectClean(10)
  })

  // The last one: the embedded database does not come back.
  test('when the database is gone', async () => {
    const jobs = createTestJobs()
    await jobs.start()
    await api.breakDatabase()
    expectClean((await callEverything()) * 0.9)
    await jobs.catchUpSoon().catch((error: unknown) => createReporter(api.app.log).report(error, 'x'))
    await jobs.stop()
    expectClean(1)
  })
})

function createTestJobs(onRun: () => void = () => {}) {
  const ports = { ...api.app.ports, isDatabaseGone }
  return createJobs(ports, { engine: api.database.engine, onRun })
}

async function runJobsOnce(): Promise<void> {
  let runs = 0
  const jobs = createTestJobs(() => {
    runs += 1
  })
  await jobs.start()
  await vi.waitFor(() => expect(runs).toBeGreaterThanOrEqual(2), 10_000)
  await jobs.stop()
}
