import { createHash } from 'node:crypto'
import type { CheckoutBoot } from '@backd/contract/session.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkoutOrderBody, choiceOf, createOrderBody } from '../../testing/bodies.ts'
import { createTestApp, SHOP, type TestApp, type TestMerchant } from '../../testing/test-app.ts'

/** The pages in the whole service: beside its other plugins, on a real database. */

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant({ name: 'O’Brien </script><b> & Sons' })
})
afterAll(() => api.close())

const get = (url: string, headers: Record<string, string> = {}) => api.call({ url, headers })

function bootOf(text: string): CheckoutBoot {
  return JSON.parse(/id="backd-boot">([^<]*)</.exec(text)?.[1] ?? 'null')
}

/** A new order's link for its customer, as a path, and what else its merchant was told. */
async function createLink() {
  const { body } = await api.merchantCall(merchant, '/create_order', createOrderBody())
  return { path: new URL(body.data.customer_url).pathname, ...body.data } as {
    path: string
    backd_order_id: string
  }
}

describe('the customer’s link', () => {
  test('opens the order with all its plans, as often as it is opened', async () => {
    const { path, backd_order_id } = await createLink()
    for (const _ of [1, 2, 3]) {
      const { status, text, headers } = await get(path)
      const boot = bootOf(text)
      expect(status).toBe(200)
      expect(boot).toMatchObject({
        kind: 'page',
        session: {
          backd_order_id,
          status: 'order_created',
          merchant_name: 'O’Brien </script><b> & Sons',
          order_total_cents: 895_000,
        },
      })
      expect(boot.kind === 'page' && boot.session.offers.length).toBe(6)
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'sha256-.*frame-ancestors 'none'$/,
      )
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    }
    expect(await api.events(backd_order_id)).toHaveLength(1)
  })

  test('embeds the same session as the checkout’s own endpoint answers', async () => {
    const { path } = await createLink()
    const { body } = await api.sessionCall(path.split('/').at(-1) ?? '')
    expect(bootOf((await get(path)).text)).toEqual({ kind: 'page', session: body.data })
  })

  test('shows what was selected after terms were', async () => {
    const { path } = await createLink()
    const token = path.split('/').at(-1) ?? ''
    const { body } = await api.sessionCall(token)
    await api.sessionCall(token, choiceOf(body.data))
    expect(bootOf((await get(path)).text)).toMatchObject({
      kind: 'page',
      session: { status: 'terms_selected', selected: { offer: { plan_id: 'net-30' } } },
    })
  })

  test('that expired says so, with the way back to the shop: 410', async () => {
    const { path } = await createLink()
    const opened = bootOf((await get(path)).text)
    const before = api.clock.time
    api.clock.time = new Date(before.getTime() + 8 * 24 * 60 * 60 * 1000)
    const { status, text } = await get(path)
    api.clock.time = before
    expect(status).toBe(410)
    expect(bootOf(text)).toMatchObject({
      kind: 'dead_link',
      code: 'checkout_expired',
      close_url: opened.kind === 'page' ? opened.session.return_urls?.close : 'no session',
    })
  })

  test('never reaches the log', async () => {
    const { path } = await createLink()
    const token = path.split('/').at(-1) ?? ''
    api.logs.length = 0
    await get(path)
    await get(`${path}?again=${token}`)
    await get(`/checkout/${token}x`)
    expect(api.logs.length).toBeGreaterThanOrEqual(3)
    expect(api.logs.join('')).not.toContain(token)
  })
})

describe('the modal’s document', () => {
  const modal = (headers = {}) => get(`/checkout/modal?key=${merchant.publicKey}`, headers)

  test('may be framed by the merchant’s origins, and keeps its headers beside helmet’s', async () => {
    const { status, headers } = await modal({ referer: `${SHOP}/cart` })
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toMatch(
      /; frame-ancestors https:\/\/shop\.example https:\/\/merchant\.website\.com$/,
    )
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
    })
    expect(headers).not.toHaveProperty('x-frame-options')
  })

  test('refuses a page that the order’s endpoint would refuse, in the same words', async () => {
    const referer = 'https://evil.example'
    const boot = bootOf((await modal({ referer: `${referer}/` })).text)
    const refused = await api.browserCall(checkoutOrderBody(merchant), { origin: referer })
    expect(boot).toEqual({ kind: 'refused', code: refused.body.status.type, message: refused.body.message })
  })

  test.each(['x', '%00', "' or 1=1 --", 'a'.repeat(5000)])('takes any text for a key: %j', async (key) => {
    const { status, text } = await get(`/checkout/modal?key=${encodeURIComponent(key)}`)
    expect(status).toBe(403)
    expect(bootOf(text)).toMatchObject({ kind: 'refused', code: 'unauthorized' })
  })
})

describe('the other addresses below /checkout', () => {
  test('are data: the checkout’s endpoints answer with the envelope', async () => {
    const { status, body } = await get('/checkout/api/session')
    expect([status, body.status.error]).toEqual([401, true])
  })

  test('are nothing: 404', async () => {
    for (const url of ['/checkout', '/checkout/', '/checkout/a/b', '/checkout/assets/x.js']) {
      expect((await get(url)).status, url).toBe(404)
    }
  })

  test('take no POST where a page is', async () => {
    for (const url of ['/checkout/modal', `/checkout/${'q'.repeat(43)}`, '/widget/v1/widget.js']) {
      const { status, headers } = await api.call({ method: 'POST', url })
      expect([status, headers['allow']], url).toEqual([405, 'GET, HEAD'])
    }
  })
})

test('the SDK’s script keeps its headers beside helmet’s', async () => {
  const { status, headers } = await get('/widget/v1/widget.js', { origin: SHOP })
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
  })
})

test('pages and files are not in /openapi.json', async () => {
  const { body } = await get('/openapi.json')
  expect(Object.keys(body.paths).filter((path) => !/^\/(v1|checkout\/api)\//.test(path))).toEqual([])
})

describe('the mailbox', () => {
  test('in the sandbox shows what is kept, the newest first', async () => {
    for (const [subject, at] of [
      ['Older', '2026-04-16T15:00:00Z'],
      ['Newer', '2026-04-16T16:00:00Z'],
    ]) {
      await api.query(
        'insert into mailbox_messages ("to", subject, text, html, created_at) values ($1, $2, $3, $4, $5)',
        ['joe@example.com', subject, 'text', '<p>html</p>', at],
      )
    }
    const list = await get('/sandbox/mailbox')
    expect([...list.text.matchAll(/<span class="subject">(\w+)/g)].map(([, subject]) => subject)).toEqual([
      'Newer',
      'Older',
    ])
    const style = /<style>([\s\S]*?)<\/style>/.exec(list.text)?.[1] ?? ''
    expect(list.headers['content-security-policy']).toContain(
      createHash('sha256').update(style).digest('base64'),
    )

    const href = /href="(\/sandbox\/mailbox\/[^"]+)"/.exec(list.text)?.[1] ?? ''
    const mail = await get(href)
    expect(mail.status).toBe(200)
    expect(mail.text).toContain('<h1>Newer</h1>')
    expect((await get('/sandbox/mailbox/unknown')).status).toBe(404)
  })

  test('is not there in production', async () => {
    const production = await createTestApp({
      BACKD_MODE: 'production',
      PUBLIC_ORIGIN: 'https://pay.backd.example',
    })
    expect((await production.call({ url: '/sandbox/mailbox' })).status).toBe(404)
    await production.close()
  })
})
