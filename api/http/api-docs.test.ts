import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorStatus } from '@backd/contract/api/errors.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refundLockedAt } from '../domain/refund-lock.ts'
import { createOrderBody } from '../testing/bodies.ts'
import { BASE, createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

/** docs/api.md shows answers and names codes; here they are the API's own. */
const page = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8')

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

test('the refusal that the page prints is what the API answers', async () => {
  const printed = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json))
  const refusal = printed.find(({ status }) => status.error)
  const body = { ...createOrderBody(), shiping: {} }
  expect((await api.merchantCall(merchant, '/create_order', body)).body).toEqual(refusal)
})

test('the create_order of the page is taken, and answers as the page says', async () => {
  const [, json = ''] = /\/create_order -d '([\s\S]*?)'\n/.exec(page) ?? []
  const { body } = await api.merchantCall(merchant, '/create_order', JSON.parse(json))
  const [, fields = ''] = /`data`: (`backd_order_id`, `customer_url`.*)\./.exec(page) ?? []
  expect(Object.keys(body.data).sort()).toEqual(
    [...fields.matchAll(/`(\w+)`/g)].map(([, field]) => field).sort(),
  )
  const success = { message: body.message, status: body.status }
  expect(page).toContain(`${JSON.stringify(success, null, 1).replace(/\n\s*/g, ' ').slice(2, -2)}`)
})

test('the page lists every code of the API once, with its HTTP status, its meaning and what to do', () => {
  const rows = [...page.matchAll(/^\| (\d{3}) \| `(\w+)` \| (.+) \| (.+) \|$/gm)]
  expect(rows.map(([, status, code]) => `${status} ${code}`).sort()).toEqual(
    Object.entries(errorStatus)
      .map(([code, status]) => `${status} ${code}`)
      .sort(),
  )
})

test('the page has a curl for each route of the OpenAPI document', async () => {
  const { paths } = (await api.call({ url: '/openapi.json' })).body as { paths: Record<string, object> }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(routes.length).toBeGreaterThan(10)
  const shown = readCurls(page)
  const patternOf = (route: string) => new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`)
  expect(routes.filter((route) => !shown.some((call) => patternOf(route).test(call)))).toEqual([])
  expect(shown.filter((call) => !routes.some((route) => patternOf(route).test(call)))).toEqual([])
})

test('the locks that the page works out are those that a refund gets', () => {
  const rows = [...page.matchAll(/^\| [^|`]+ \| `([^`]+Z)` \| `([^`]+Z)` \|/gm)]
  expect(rows).toHaveLength(6)
  for (const [, asked = '', locked] of rows)
    expect(refundLockedAt(new Date(asked)).toISOString()).toBe(locked)
})

/** The calls that the page shows, as method and path. */
function readCurls(text: string): string[] {
  return [...text.matchAll(/^curl ([\s\S]*?)(?='$|\n|$)/gm)].map(([, words = '']) => {
    const url = /(?:\$API|http:\/\/localhost:4000)[^\s"']*/.exec(words)?.[0] ?? ''
    const method = /-X (\w+)/.exec(words)?.[1] ?? (/ -d /.test(words) ? 'POST' : 'GET')
    const path = url.replace('$API', BASE).replace('http://localhost:4000', '').split('?')[0]
    return `${method} ${path}`
  })
}
