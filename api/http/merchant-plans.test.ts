import { successSchema } from '@backd/contract/api/envelope.ts'
import { merchantPlansSchema } from '@backd/contract/api/merchant-plans.ts'
import { createOffer } from '@backd/contract/plans.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkoutOrderBody, isRefusal } from '../testing/bodies.ts'
import { createTestApp, SHOP, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

const read = (headers: Record<string, string> = { origin: SHOP }, key = merchant.publicKey) =>
  api.call({ url: `/checkout/api/plans?${new URLSearchParams({ public_api_key: key })}`, headers })

test('a registered page reads the plans, and with them the very offers of a checkout', async () => {
  const reply = await read()
  const { data } = successSchema(merchantPlansSchema.strict()).strict().parse(reply.body)
  const { session } = (await api.browserCall(checkoutOrderBody(merchant))).body.data
  const offers = session.offers.map(({ apr: _, ...offer }: { apr: number }) => offer)
  expect(data.plans.map((plan) => createOffer(plan, 895_000, offers[0].starts_on))).toEqual(offers)
  expect(reply.headers['access-control-allow-origin']).toBe(SHOP)
  expect(String(reply.headers['vary'])).toMatch(/\borigin\b/i)
})

test('it is kept for five minutes, and asked for again by its tag', async () => {
  const reply = await read()
  expect(reply.headers['cache-control']).toBe('public, max-age=300, stale-while-revalidate=86400')
  const etag = String(reply.headers['etag'])
  const again = await read({ origin: SHOP, 'if-none-match': etag })
  expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', etag])
  await api.query("update merchants set plans = jsonb_set(plans, '{0,fee_bps}', '7') where public_key = $1", [
    merchant.publicKey,
  ])
  const changed = await read({ origin: SHOP, 'if-none-match': etag })
  expect([changed.status, changed.body.data.plans[0].fee_bps]).toEqual([200, 7])
})

test('nobody’s key, an empty one and one more parameter are refused, and kept by nobody', async () => {
  expect(isRefusal(await read({ origin: SHOP }, 'nobody'), 401, 'unauthorized')).toBe(true)
  expect(isRefusal(await read({ origin: SHOP }, ''), 400, 'invalid_request')).toBe(true)
  const more = await api.call({ url: '/checkout/api/plans?public_api_key=x&amount=5' })
  expect(isRefusal(more, 400, 'invalid_request')).toBe(true)
  expect((await read({ origin: SHOP }, 'nobody')).headers['cache-control'] ?? '').not.toContain('public')
})

test('a page that is not registered reads which origin to register, and no plan', async () => {
  const reply = await read({ origin: 'https://stranger.example' })
  expect(isRefusal(reply, 403, 'origin_not_allowed')).toBe(true)
  expect(reply.body.message).toContain('https://stranger.example')
  expect(reply.headers['access-control-allow-origin']).toBe('https://stranger.example')
})

test('a server may read it without an origin', async () => {
  expect((await read({})).status).toBe(200)
})
