import { createdOrderSchema } from '@backd/contract/api/create-order.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { foundOrderSchema } from '@backd/contract/api/find-order.ts'
import { seedBilling, seedCreateOrder, seedItems } from '@backd/contract/testing/seed-examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choiceOf, createOrderBody, isRefusal, newMerchantOrderId } from '../testing/bodies.ts'
import { pdfSample } from '../testing/document-samples.ts'
import { createTestApp, OURS, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

const create = (changes = {}, by = merchant) =>
  api.merchantCall(by, '/create_order', createOrderBody(changes))
const place = (body: object, by = merchant) => api.merchantCall(by, '/order_placed', body)
const find = (id: string, by = merchant) => api.merchantCall(by, `/find_order/${id}`)
const tokenOf = (url: string) => url.split('/').at(-1) ?? ''

/** An order whose customer has selected net-30. */
async function createWithTerms(changes = {}) {
  const { data } = (await create(changes)).body
  const token = tokenOf(data.customer_url)
  const { body } = await api.sessionCall(token)
  const selected = await api.sessionCall(token, choiceOf(body.data))
  expect(selected.status).toBe(200)
  return data as { backd_order_id: string; merchant_order_id: string }
}

describe('create_order', () => {
  test('takes the pages’ own example and answers with the link for the customer', async () => {
    const own = await api.createMerchant()
    const reply = await api.merchantCall(own, '/create_order', seedCreateOrder)
    expect(reply.status).toBe(200)
    successSchema(createdOrderSchema).strict().parse(reply.body)
    expect(reply.body).toEqual({
      data: {
        backd_order_id: expect.stringMatching(/^BO-20260416-[0-9A-HJKMNP-TV-Z]{8}$/),
        customer_url: expect.stringMatching(new RegExp(`^${OURS}/checkout/[A-Za-z0-9_-]{43}$`)),
        order_total: 8950,
        status: 'order_created',
        merchant_order_id: 'JKLMO4321',
        create_date: '2026-04-16T15:00:00.000Z',
        notified_customer: false,
      },
      message: 'Order successfully created',
      status: { type: 'success', code: 200, error: false },
    })
    expect(await api.events(reply.body.data.backd_order_id)).toEqual([
      { type: 'order_created', actor: 'merchant', from: null, to: 'order_created' },
    ])
  })

  test('keeps no token, only its digest', async () => {
    const token = tokenOf((await create()).body.data.customer_url)
    const kept = JSON.stringify(await api.query('select * from checkout_sessions'))
    expect(kept).not.toContain(token)
  })

  test('does without billing, and tolerates the caller’s own merchant object', async () => {
    const reply = await create({ billing: undefined, merchant: { public_api_key: merchant.publicKey } })
    expect(reply.status).toBe(200)
  })

  test('refuses the merchant object of another', async () => {
    const reply = await create({ merchant: { public_api_key: 'other', name: 'Other' } })
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    expect(reply.body.errors).toEqual([{ path: 'merchant.public_api_key', message: expect.any(String) }])
  })

  test('takes any return URL, since it comes with the secret key', async () => {
    const reply = await create({
      mode: {
        type: 'redirect',
        order_success_url: 'https://a.example/s?x=1#y',
        order_close_url: 'http://localhost:1/',
      },
    })
    expect(reply.status).toBe(200)
    const session = await api.sessionCall(tokenOf(reply.body.data.customer_url))
    expect(session.body.data.return_urls).toEqual({
      success: 'https://a.example/s?x=1#y',
      close: 'http://localhost:1/',
    })
  })

  test('of an id that another order holds is refused, until that one’s link ran out', async () => {
    const id = newMerchantOrderId()
    expect((await create({ merchant_order_id: id })).status).toBe(200)
    const refused = await create({ merchant_order_id: id })
    expect(isRefusal(refused, 409, 'duplicate_merchant_order_id')).toBe(true)
    expect(refused.body.message).toContain(`"${id}"`)
    const start = api.clock.time
    api.clock.time = new Date(start.getTime() + 7 * 86_400_000)
    expect((await create({ merchant_order_id: id })).status).toBe(200)
    api.clock.time = start
  })

  test('takes an id that another merchant uses', async () => {
    const id = newMerchantOrderId()
    const other = await api.createMerchant()
    expect((await create({ merchant_order_id: id })).status).toBe(200)
    expect((await create({ merchant_order_id: id }, other)).status).toBe(200)
  })

  test('of amounts that do not add up names both sums and the difference, and leaves no row', async () => {
    const before = await api.count('orders')
    const reply = await create({ order_total: 9000 })
    expect(isRefusal(reply, 422, 'amounts_do_not_add_up')).toBe(true)
    expect(reply.body.message).toMatch(/9000\.00.*8950\.00.*50\.00/)
    expect(await api.count('orders')).toBe(before)
  })

  test('above the merchant’s limit is refused, at the limit it is not', async () => {
    const small = await api.createMerchant({ orderLimitCents: 895_000 })
    expect((await create({}, small)).status).toBe(200)
    const reply = await create({ order_total: 8950.01, cart_amount: 9000.01 }, small)
    expect(isRefusal(reply, 422, 'total_exceeds_limit')).toBe(true)
    expect(reply.body.message).toContain('8950.00')
  })

  test('stores its documents, and refuses an order whose document is none', async () => {
    const pdf = Buffer.from(pdfSample).toString('base64')
    const document = { documentBase64: pdf, filename: 'invoice.pdf', documentRef: 'invoice' }
    const reply = await create({ documents: [document] })
    expect(reply.status).toBe(200)
    const rows = await api.query(
      'select filename, document_ref, media_type from order_documents where backd_order_id = $1',
      [reply.body.data.backd_order_id],
    )
    expect(rows).toEqual([
      { filename: 'invoice.pdf', document_ref: 'invoice', media_type: 'application/pdf' },
    ])

    const before = await api.count('orders')
    const refused = await create({ documents: [{ ...document, documentBase64: 'bm8=' }] })
    expect(isRefusal(refused, 400, 'invalid_request')).toBe(true)
    expect(refused.body.errors[0].path).toBe('documents[0].documentBase64')
    expect(await api.count('orders')).toBe(before)
  })

  describe('with notify_customer', () => {
    const notice = { notify_customer: true, customer_email: 'joe@example.com' }

    test('mails the link, and says so in the answer and the order’s history', async () => {
      const { body } = await create(notice)
      expect(body.data.notified_customer).toBe(true)
      const mail = api.mails.at(-1)
      expect(mail?.to).toBe('joe@example.com')
      expect(mail?.text).toContain(body.data.customer_url)
      expect((await api.events(body.data.backd_order_id)).at(-1)).toMatchObject({
        type: 'customer_notified',
        actor: 'backd',
      })
    })

    test('makes the order even when the mail server is dead, and says that nobody was notified', async () => {
      api.mailer.takes = false
      const { status, body } = await create(notice)
      api.mailer.takes = true
      expect([status, body.data.notified_customer]).toEqual([200, false])
      expect((await api.events(body.data.backd_order_id)).at(-1)?.type).toBe('customer_not_notified')
    })

    test('that is false sends nothing', async () => {
      const before = api.mails.length
      const { body } = await create({ notify_customer: false, customer_email: 'joe@example.com' })
      expect([body.data.notified_customer, api.mails.length]).toEqual([false, before])
    })

    test('needs the address', async () => {
      const reply = await create({ notify_customer: true })
      expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
      expect(reply.body.errors).toEqual([
        { path: 'customer_email', message: 'is required when notify_customer is true' },
      ])
    })
  })
})

describe('find_order', () => {
  test('answers what create_order was sent, with what is absent left out', async () => {
    const body = createOrderBody()
    const { backd_order_id } = (await api.merchantCall(merchant, '/create_order', body)).body.data
    const reply = await find(backd_order_id)
    expect(reply.status).toBe(200)
    successSchema(foundOrderSchema).strict().parse(reply.body)
    const { mode: _, ...sent } = body
    expect(reply.body.data).toEqual({
      ...sent,
      backd_order_id,
      create_date: '2026-04-16T15:00:00.000Z',
      status: 'order_created',
      refunds: [],
      max_order_total: 100_000,
    })
    expect(JSON.stringify(reply.body.data.billing)).toBe(JSON.stringify(seedBilling))
    expect(JSON.stringify(reply.body.data.items)).toBe(JSON.stringify(seedItems))
  })

  test('of the barest order has no null and no empty contact', async () => {
    const { data } = (
      await create({
        billing: null,
        shipping: { ...seedBilling, company_name: null, address: { ...seedBilling.address, line2: null } },
        merchant_order_status: null,
        ...{ order_total: 9000, tax_amount: null, shipping_amount: undefined, discount_amount: undefined },
        items: [{ display_name: 'A', sku: 'B', unit_price: 1.005, qty: 0.5, item_url: null }],
      })
    ).body
    const found = await find(data.backd_order_id)
    expect(found.text).not.toContain('null')
    expect(found.body.data).toMatchObject({ tax_amount: 0, shipping_amount: 0, discount_amount: 0 })
    expect(found.body.data.items).toEqual([{ display_name: 'A', sku: 'B', unit_price: 1.005, qty: 0.5 }])
    expect(found.body.data).not.toHaveProperty('billing')
    expect(found.body.data).not.toHaveProperty('merchant_order_status')
  })

  test('says how high an update could go, from what the customer accepted', async () => {
    const { backd_order_id } = await createWithTerms()
    expect((await find(backd_order_id)).body.data).toMatchObject({
      status: 'terms_selected',
      max_order_total: 9845,
    })
  })

  test('of another merchant’s order, of an unknown one and of nonsense is the same 404 to the byte', async () => {
    const other = await api.createMerchant()
    const { backd_order_id } = (await create()).body.data
    const replies = [
      await find(backd_order_id, other),
      await find('BO-20260416-00000000', other),
      await find('nonsense', other),
      await find('%00', other),
      await find('%27%20or%201%3D1', other),
      await place({ backd_order_id, merchant_order_id: 'A' }, other),
      await place({ backd_order_id: 'BO-20260416-00000000', merchant_order_id: 'A' }, other),
    ]
    for (const reply of replies) expect(isRefusal(reply, 404, 'order_not_found')).toBe(true)
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  })
})

describe('order_placed', () => {
  test('places an order whose terms are selected', async () => {
    const order = await createWithTerms()
    const reply = await place({ ...order_(order), order_total: 8950 })
    expect(reply.status).toBe(200)
    expect(reply.body.data).toMatchObject({ ...order_(order), status: 'order_placed', order_total: 8950 })
    expect(reply.body.data).not.toHaveProperty('refunds')
    expect((await api.events(order.backd_order_id)).at(-1)).toEqual({
      type: 'order_placed',
      actor: 'merchant',
      from: 'terms_selected',
      to: 'order_placed',
    })
  })

  test('may give the order the id it has from now on', async () => {
    const { backd_order_id, merchant_order_id: before } = await createWithTerms()
    const final = newMerchantOrderId()
    expect((await place({ backd_order_id, merchant_order_id: final })).body.data.merchant_order_id).toBe(
      final,
    )
    expect((await find(backd_order_id)).body.data.merchant_order_id).toBe(final)
    // The final id is held, the one before is free again.
    expect(isRefusal(await create({ merchant_order_id: final }), 409, 'duplicate_merchant_order_id')).toBe(
      true,
    )
    expect((await create({ merchant_order_id: before })).status).toBe(200)
  })

  test('may not take an id that another order holds', async () => {
    const { backd_order_id } = await createWithTerms()
    const held = (await create()).body.data.merchant_order_id
    const reply = await place({ backd_order_id, merchant_order_id: held })
    expect(isRefusal(reply, 409, 'duplicate_merchant_order_id')).toBe(true)
    expect((await find(backd_order_id)).body.data.status).toBe('terms_selected')
  })

  test('with another total than ours is refused, names both, and places nothing', async () => {
    const order = await createWithTerms()
    const reply = await place({ ...order_(order), order_total: 8950.01 })
    expect(isRefusal(reply, 409, 'total_mismatch')).toBe(true)
    expect(reply.body.message).toMatch(/8950\.01.*8950\.00/)
    expect((await find(order.backd_order_id)).body.data.status).toBe('terms_selected')
    expect(isRefusal(await place({ ...order_(order), order_total: 0 }), 409, 'total_mismatch')).toBe(true)
  })
})

/** The two ids of order_placed. */
function order_({
  backd_order_id,
  merchant_order_id,
}: {
  backd_order_id: string
  merchant_order_id: string
}) {
  return { backd_order_id, merchant_order_id }
}
