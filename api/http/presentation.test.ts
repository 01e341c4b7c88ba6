import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkoutOrderBody, createOrderBody, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

const appearance = { accent: '#C41E3A', radius: 'none', fontFamily: 'Inter, serif', colorScheme: 'dark' }
const order = (changes = {}) => checkoutOrderBody(merchant, changes)

describe('a page’s locale and appearance', () => {
  test('are kept with the link and come with its session', async () => {
    const { body } = await api.browserCall({ ...order(), locale: 'es-MX', appearance })
    expect(body.data.session).toMatchObject({ locale: 'es-MX', appearance })
    expect((await api.sessionCall(body.data.token)).body.data).toMatchObject({ locale: 'es-MX', appearance })
  })

  test('are null when none is given', async () => {
    for (const nothing of [{}, { locale: null, appearance: null }]) {
      const { body } = await api.browserCall({ ...order(), ...nothing })
      expect(body.data.session).toMatchObject({ locale: null, appearance: null })
    }
  })

  test('are each link’s own: the same cart shown otherwise is the same order', async () => {
    const cart = order()
    const first = (await api.browserCall({ ...cart, locale: 'es' })).body.data
    const second = (await api.browserCall({ ...cart, locale: 'en', appearance })).body.data
    expect(second.backd_order_id).toBe(first.backd_order_id)
    expect(second.session).toMatchObject({ locale: 'en', appearance })
    expect((await api.sessionCall(first.token)).body.data).toMatchObject({ locale: 'es', appearance: null })
  })

  test.each<[string, object]>([
    ['locale', { locale: 'es_MX' }],
    ['locale', { locale: 5 }],
    ['appearance', { appearance: 'dark' }],
    ['appearance.accent', { appearance: { accent: 'red; background: url(https://evil.example)' } }],
    ['appearance.radius', { appearance: { radius: '4px' } }],
    ['appearance.fontFamily', { appearance: { fontFamily: 'x; } body { display: none' } }],
    ['appearance.colorScheme', { appearance: { colorScheme: 'sepia' } }],
    ['appearance.colour', { appearance: { colour: '#fff' } }],
  ])('that cannot be used are refused by name: %s', async (path, wrong) => {
    const before = await api.count('orders')
    const reply = await api.browserCall({ ...order(), ...wrong })
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    expect(reply.body.errors.map((error: { path: string }) => error.path)).toEqual([path])
    // The SDK tells by this whether the order or the options are to be changed.
    expect(reply.body.message).toMatch(new RegExp(`^${path}: `))
    expect(await api.count('orders')).toBe(before)
  })

  test('of a row that was edited by hand show nothing they should not', async () => {
    const { data } = (await api.browserCall({ ...order(), appearance })).body
    await api.query(
      `update checkout_sessions set locale = '<b>', appearance = '{"accent":"url(x)","radius":"large"}' where backd_order_id = $1`,
      [data.backd_order_id],
    )
    expect((await api.sessionCall(data.token)).body.data).toMatchObject({
      locale: null,
      appearance: { radius: 'large' },
    })
  })
})

describe('create_order', () => {
  const create = (more: object) => api.merchantCall(merchant, '/create_order', createOrderBody({ ...more }))

  test('takes the language of the link', async () => {
    const { body } = await create({ locale: 'es' })
    const token = body.data.customer_url.split('/').at(-1)
    expect((await api.sessionCall(token)).body.data).toMatchObject({ locale: 'es', appearance: null })
  })

  test('refuses one that is none, by name', async () => {
    const reply = await create({ locale: 'Spanish please' })
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    expect(reply.body.errors).toEqual([{ path: 'locale', message: 'must be a language tag like es-MX' }])
  })
})
