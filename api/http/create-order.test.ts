import { createdOrderSchema } from '@backd/contract/api/create-order.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { seedCreateOrder } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrderBody, isRefusal, newMerchantOrderId } from '../testing/bodies.ts'
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
const tokenOf = (url: string) => url.split('/').at(-1) ?? ''

describe('create_order', () => {
  test('takes the pages’ own example and answers with the link for the customer', async () => {
    const own = await api.createMerchant()
    const reply = await api.merchantCall(own, '/create_order', seedCreateOrder)
    expect(reply.status).toBe(200)
    successSchema(createdOrderSchema).strict().parse(reply.body)
    expect(reply.body).toEqual({
      data: {
        backd_order_id: expect.stringMatching(/^BO-20260416-[0-9A-HJKMNP-TV-Z]{8}$/),
        customer_url: expect.stringMatching(
          new RegExp(`^${OURS}/checkout/${own.publicKey}/[A-Za-z0-9_-]{43}$`),
        ),
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
      backd_signature: null,
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
