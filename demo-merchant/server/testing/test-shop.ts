import type { FastifyInstance } from 'fastify'
import { createApp } from '../app.ts'
import { createBackdClient } from '../backd-client.ts'
import { exampleValues } from '../checkout-fields.ts'
import { readConfig } from '../config.ts'
import { openOrderBook } from '../orders.ts'
import { createFakeBackd } from './fake-backd.ts'

/** The headers that a browser sends from one of the shop's own pages. */
const ownPage = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4100' }

/** The shop as it is run, with Backd played by a fake, and a customer's browser that keeps its cookies. */
export async function openTestShop() {
  const fake = createFakeBackd()
  const config = readConfig({ LOG_LEVEL: 'silent' })
  const book = openOrderBook(':memory:')
  const backd = createBackdClient({ ...config.backd, fetch: fake.fetch, delaysMs: [] })
  const app = await createApp({ config, book, backd })
  return { app, book, fake, config, browser: createBrowser(app) }
}

function createBrowser(app: FastifyInstance) {
  const cookies = new Map<string, string>()

  async function send(method: 'GET' | 'POST', url: string, form?: Record<string, string>) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.inject({
      method,
      url,
      headers: {
        ...ownPage,
        ...(cookie ? { cookie } : {}),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    })
    for (const { name, value } of response.cookies) cookies.set(name, value)
    return response
  }

  return {
    cookies,
    get: (url: string) => send('GET', url),
    post: (url: string, form: Record<string, string> = {}) => send('POST', url, form),
    /** Fills the cart with the documented order: three MacBook Pro. */
    fillCart: () => send('POST', '/cart/add', { sku: 'ABC-123', qty: '3' }),
    /** Sends the checkout form as the shop prefills it. */
    checkout: (more: Record<string, string> = {}) =>
      send('POST', '/api/checkout', { ...exampleValues, ...more }),
  }
}
