import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '../testing/bodies.ts'
import { basic, createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

const find = (id: string, by = merchant) => api.merchantCall(by, `/find_order/${id}`)

describe('authentication', () => {
  test.each<[string, (merchant: TestMerchant) => string | undefined]>([
    ['no header', () => undefined],
    ['another scheme', () => 'Bearer abc'],
    ['nothing after the scheme', () => 'Basic '],
    ['no colon', () => `Basic ${Buffer.from('abc').toString('base64')}`],
    ['what is not base64', () => 'Basic ?!'],
    ['an unknown key', () => basic('nobody', 'sk_x')],
    ['a key with NUL', () => basic('\0', 'sk_x')],
    ['empty keys', () => basic('', '')],
    ['a wrong secret', ({ publicKey }) => basic(publicKey, 'sk_wrong')],
    ['an empty secret', ({ publicKey }) => basic(publicKey, '')],
    ['the secret in other letters', ({ publicKey, secretKey }) => basic(publicKey, secretKey.toUpperCase())],
  ])('with %s is refused with a challenge, before the body is read', async (_title, header) => {
    const authorization = header(merchant)
    const reply = await api.call({
      method: 'POST',
      url: '/v1/backd/bnpl/api/create_order',
      headers: { ...(authorization ? { authorization } : {}), 'content-type': 'text/nonsense' },
      payload: '{',
    })
    expect(isRefusal(reply, 401, 'unauthorized')).toBe(true)
    expect(reply.headers['www-authenticate']).toMatch(/^Basic realm=/)
  })

  test('of an unknown key and of a wrong secret is answered alike, to the byte', async () => {
    const attempt = (authorization: string) => find('x', { ...merchant, authorization })
    const unknown = await attempt(basic('nobody', merchant.secretKey))
    const wrong = await attempt(basic(merchant.publicKey, 'sk_wrong'))
    expect(unknown.text).toBe(wrong.text)
    expect(unknown.headers['content-length']).toBe(wrong.headers['content-length'])
  })

  test('without keys says how to send them, with wrong ones which to check', async () => {
    const attempt = (authorization: string) => find('x', { ...merchant, authorization })
    expect((await attempt('Bearer abc')).body.message).toMatch(/^Authenticate with HTTP Basic: /)
    expect((await attempt(basic(merchant.publicKey, 'sk_wrong'))).body.message).toMatch(
      /^No merchant here has these two keys: check public key and secret key\./,
    )
  })

  test('takes the scheme in any letters', async () => {
    const lower = { ...merchant, authorization: merchant.authorization.replace('Basic', 'basic') }
    expect((await find('x', lower)).status).toBe(404)
  })
})
