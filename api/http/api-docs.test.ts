import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorStatus } from '@backd/contract/api/errors.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrderBody } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

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

test('every code of the page is one of the API’s, with its HTTP status', () => {
  const rows = [...page.matchAll(/^\| ([\d, ]+) \| ((?:`\w+`(?:, )?)+) \|/gm)]
  expect(rows.length).toBeGreaterThan(10)
  for (const [, statuses = '', codes = ''] of rows) {
    for (const [, code = ''] of codes.matchAll(/`(\w+)`/g)) {
      expect(errorStatus).toHaveProperty(code)
      expect(statuses.split(', ').map(Number)).toContain(errorStatus[code as keyof typeof errorStatus])
    }
  }
})
