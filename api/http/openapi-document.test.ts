import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

/** docs/openapi.json is what clients are generated from. `npm run client` writes it anew. */
const DOCUMENT = join(import.meta.dirname, '../../docs/openapi.json')

let api: TestApp
beforeAll(async () => {
  api = await createTestApp()
})
afterAll(() => api.close())

test('docs/openapi.json is what the sandbox serves at /openapi.json; else run `npm run client`', async () => {
  const { body } = await api.call({ url: '/openapi.json' })
  await expect(`${JSON.stringify(body, null, 2)}\n`).toMatchFileSnapshot(DOCUMENT)
})
