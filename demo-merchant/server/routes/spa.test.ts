import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestShop } from '../testing/test-shop.ts'
import { registerSpa } from './spa.ts'

let shop: Awaited<ReturnType<typeof openTestShop>>
let app: FastifyInstance
let folder: string
beforeEach(async () => {
  shop = await openTestShop()
  app = Fastify()
  folder = mkdtempSync(join(tmpdir(), 'shop-spa-'))
})
afterEach(async () => {
  await Promise.all([app.close(), shop.app.close()])
  rmSync(folder, { recursive: true })
})

function build(): void {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><div id="root"></div>')
  writeFileSync(join(folder, 'assets/index-1.js'), 'export {}')
}

test.each(['/spa', '/spa/', '/spa/products/ABC-123', '/spa/result?backd_order_id=BO-1'])(
  '%s is the one document, asked for anew each time',
  async (url) => {
    build()
    await registerSpa(app, shop, folder)
    const response = await app.inject(url)
    expect(response.statusCode).toBe(200)
    expect(response.body).toContain('<div id="root">')
    expect(response.headers['cache-control']).toBe('private, no-cache')
  },
)

test('its policy takes no script but our own, and lets the checkout in', async () => {
  build()
  await registerSpa(app, shop, folder)
  const policy = (await app.inject('/spa/checkout')).headers['content-security-policy']
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain('frame-src http://localhost:4000;')
  expect(policy).toContain("connect-src 'self' http://localhost:4000;")
})

test('its files are kept for a year, and a missing one is no document', async () => {
  build()
  await registerSpa(app, shop, folder)
  const file = await app.inject('/spa/assets/index-1.js')
  expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await app.inject('/spa/assets/index-0.js')).statusCode).toBe(404)
})

test('before it is built, the page says what to run', async () => {
  await registerSpa(app, shop, folder)
  const response = await app.inject('/spa/')
  expect(response.statusCode).toBe(503)
  expect(response.body).toContain('npm run build')
})
