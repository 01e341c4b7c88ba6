import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSecret } from '../../api/use-cases/authenticate-merchant.ts'
import { signReturn } from '../../api/use-cases/sign-return.ts'
import { root } from './pages.ts'

/** The check of docs/guide/redirect.md, run as it stands there against what the API signs. */
const folder = mkdtempSync(join(tmpdir(), 'backd-signature-'))
let isSignedByBackd: (query: URLSearchParams) => boolean
beforeAll(async () => {
  const page = readFileSync(join(root, 'docs/guide/redirect.md'), 'utf8')
  const [, code] = /```js\n([\s\S]*?isSignedByBackd[\s\S]*?)```/.exec(page) ?? []
  const file = join(folder, 'check.mjs')
  writeFileSync(file, code ?? '')
  process.env['BACKD_SECRET_KEY'] = 'sk_test'
  isSignedByBackd = (await import(/* @vite-ignore */ pathToFileURL(file).href)).isSignedByBackd
})
afterAll(() => rmSync(folder, { recursive: true }))

const order = { backdOrderId: 'BO-20260416-7K3M9QX2', merchantOrderId: 'A.1 ü' }
const query = (signature: string, merchantOrderId = order.merchantOrderId) =>
  new URLSearchParams({
    cart: '42',
    backd_order_id: order.backdOrderId,
    merchant_order_id: merchantOrderId,
    backd_signature: signature,
  })
const sign = (ageS = 0, secret = 'sk_test') =>
  signReturn(order, hashSecret(secret), new Date(Date.now() - ageS * 1000))

test('the documented check takes what Backd signs', () => {
  expect(isSignedByBackd(query(sign()))).toBe(true)
  expect(isSignedByBackd(query(sign(590)))).toBe(true)
})

test('the documented check refuses what is old, changed, of another key or missing', () => {
  const refused = [
    query(sign(610)),
    query(sign(), 'A.2'),
    query(sign(0, 'sk_other')),
    query(''),
    query('1.2.3'),
    query(`1.${'é'.repeat(64)}`),
    new URLSearchParams(),
  ]
  expect(refused.map(isSignedByBackd)).toEqual(refused.map(() => false))
})
