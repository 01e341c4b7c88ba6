import { seedBilling, seedMode } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkFor, newColleague, sessionOf } from '../testing/approval.ts'
import { checkoutOrderBody, choiceOf, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { cookieOf, newEmail } from '../testing/verification.ts'

/** Two carts of one merchant_order_id: what was asked about one ends when terms are selected for the other. */

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant({ verifyCustomer: true })
})
afterAll(() => api.close())

let lastId = 0
let lastCart = 0
const newId = () => `CART-${++lastId}`
const withdrawalsOf = (id: string) =>
  api.query<{ actor: string; data: object }>(
    `select actor, data from order_events where backd_order_id = $1 and type = 'approval_withdrawn'`,
    [id],
  )

/** A buyer's cart; each has other amounts, so that it is an order of its own. */
async function cart(merchantOrderId: string, email: string, shop = merchant) {
  lastCart += 1
  const changes = {
    merchant_order_id: merchantOrderId,
    billing: { ...seedBilling, email },
    shipping_amount: 50 + lastCart,
    order_total: 8950 + lastCart,
    mode: seedMode,
  }
  const { data } = (await api.browserCall(checkoutOrderBody(shop, changes))).body
  const asks = data.session.verification.state === 'required'
  const cookie = asks ? cookieOf(await api.verify(data.token, '000000')) : undefined
  return { id: String(data.backd_order_id), token: String(data.token), cookie }
}

async function asked(...of: Parameters<typeof cart>) {
  const buyer = await cart(...of)
  const email = newColleague()
  expect((await api.ask(buyer.token, { approver_email: email }, buyer.cookie)).status).toBe(200)
  const token = linkFor(api, email)
  const cookie = cookieOf(await api.verify(token, '000000'))
  return { buyer, colleague: { token, cookie } }
}

async function choose(by: { token: string; cookie: string | undefined }) {
  return await api.sessionCall(by.token, choiceOf(await sessionOf(api, by)), by.cookie)
}

test('the buyer chooses for the newer cart: the colleague cannot choose for the older', async () => {
  const [id, email] = [newId(), newEmail()]
  const older = await asked(id, email)
  const choice = choiceOf(await sessionOf(api, older.colleague))
  const { version } = (
    await api.query(`select version from orders where backd_order_id = $1`, [older.buyer.id])
  )[0] as {
    version: number
  }
  const newer = await cart(id, email.toUpperCase())
  expect(newer.id).not.toBe(older.buyer.id)
  expect((await choose(newer)).status).toBe(200)
  const late = await api.sessionCall(older.colleague.token, choice, older.colleague.cookie)
  expect(isRefusal(late, 410, 'approval_withdrawn')).toBe(true)
  expect(await withdrawalsOf(older.buyer.id)).toEqual([{ actor: 'backd', data: { reason: 'superseded' } }])
  expect((await sessionOf(api, older.buyer)).approval.state).toBe('withdrawn')
  const rows = await api.query(`select version, status from orders where backd_order_id = $1`, [
    older.buyer.id,
  ])
  expect(rows).toEqual([{ version: version + 1, status: 'order_created' }])
})

test('two colleagues choose at the same instant, each for a cart of their own: one of them agrees', async () => {
  for (let round = 0; round < 4; round++) {
    const [id, email] = [newId(), newEmail()]
    const both = [await asked(id, email), await asked(id, email)]
    // Both have their terms before them: who reads later may read that the request was taken back.
    const choices = await Promise.all(
      both.map(async ({ colleague }) => choiceOf(await sessionOf(api, colleague))),
    )
    const replies = await Promise.all(
      both.map(({ colleague: { token, cookie } }, index) => api.sessionCall(token, choices[index], cookie)),
    )
    const codes = replies.map(({ body }) => body.status.type).sort()
    expect(codes).toEqual(['approval_withdrawn', 'success'])
  }
})

test.each([
  ['another buyer', () => [newId(), newEmail(), newEmail()] as const],
  ['a merchant that verifies nobody', () => [newId(), newEmail(), undefined] as const],
])('the choice of %s ends nobody’s request', async (_, make) => {
  const [id, email, other] = make()
  const shop = other === undefined ? await api.createMerchant() : merchant
  const older = await asked(id, email, shop)
  expect((await choose(await cart(id, other ?? email, shop))).status).toBe(200)
  expect(await withdrawalsOf(older.buyer.id)).toEqual([])
  expect((await sessionOf(api, older.colleague)).approval.state).toBe('pending')
})

test('nor does that of another cart, or of another shop', async () => {
  const [id, email] = [newId(), newEmail()]
  const older = await asked(id, email)
  expect((await choose(await cart(newId(), email))).status).toBe(200)
  expect(
    (await choose(await cart(id, email, await api.createMerchant({ verifyCustomer: true })))).status,
  ).toBe(200)
  expect(await withdrawalsOf(older.buyer.id)).toEqual([])
})
