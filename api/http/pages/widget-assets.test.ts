import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { createSampleDist, sampleFiles } from '../../testing/sample-dist.ts'
import { handleErrors } from '../errors.ts'
import { checkoutChunks } from './checkout-chunks.ts'
import { widgetAssets } from './widget-assets.ts'

const { widgetDist, remove } = createSampleDist({
  'checkout/assets/mark-1a2b3c.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'checkout/licenses-1a2b3c4d.txt': 'Copyright ©\n',
})
const app = Fastify({ routerOptions: { maxParamLength: 1_000 } })
handleErrors(app, () => false)
app.register(widgetAssets, { widgetDist })
app.register(checkoutChunks, { widgetDist })
afterAll(async () => {
  await app.close()
  remove()
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

describe.each(['widget.js', 'elements.js'] as const)('GET /widget/v1/%s', (name) => {
  const url = `/widget/v1/${name}`
  const script = sampleFiles[`v1/${name}`]

  test('is a script that any page may load, cached for five minutes', async () => {
    const { statusCode, headers, body } = await get(url)
    expect(statusCode).toBe(200)
    expect(body).toBe(script)
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      vary: 'Accept-Encoding',
      'content-length': String(Buffer.byteLength(body)),
    })
    expect(headers).not.toHaveProperty('content-encoding')
  })

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('comes as %s to who takes it, smaller and the same', async (encoding, decompress) => {
    const { headers, rawPayload } = await get(url, { 'accept-encoding': encoding })
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' })
    expect(rawPayload.length).toBeLessThan(script.length / 2)
    expect(decompress(rawPayload).toString()).toBe(script)
  })

  test.each([
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['identity', undefined],
    ['gzip, deflate, br, zstd', 'br'],
    ['*', 'br'],
  ])('to a request that takes %j it comes as %s', async (accepted, encoding) => {
    const { statusCode, headers } = await get(url, { 'accept-encoding': accepted })
    expect([statusCode, headers['content-encoding'], headers.vary]).toEqual([
      200,
      encoding,
      'Accept-Encoding',
    ])
  })

  test('comes as a whole to who asks for a range, which is not served', async () => {
    const { statusCode, headers, body } = await get(url, { range: 'bytes=0-9' })
    expect([statusCode, body]).toEqual([200, script])
    expect(headers).not.toHaveProperty('content-range')
  })

  test('has a strong ETag, another for each encoding', async () => {
    const answers = await Promise.all(
      ['br', 'gzip', ''].map((accepted) => get(url, { 'accept-encoding': accepted })),
    )
    const tags = answers.map(({ headers }) => String(headers.etag))
    expect(new Set(tags).size).toBe(3)
    for (const tag of tags) expect(tag).toMatch(/^"[A-Za-z0-9_-]{22}-(br|gzip|identity)"$/)
  })

  test('is not sent again to who has it: 304 with the headers and no body', async () => {
    const first = await get(url, { 'accept-encoding': 'br' })
    const etag = String(first.headers.etag)
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const again = await get(url, { 'accept-encoding': 'br', 'if-none-match': known })
      expect(again.statusCode).toBe(304)
      expect(again.body).toBe('')
      expect(again.headers).toMatchObject({ etag, 'cache-control': first.headers['cache-control'] })
    }
    expect((await get(url, { 'accept-encoding': 'gzip', 'if-none-match': etag })).statusCode).toBe(200)
  })

  test('answers HEAD with the same headers and no body', async () => {
    const head = await app.inject({ method: 'HEAD', url })
    const { headers } = await get(url)
    expect(head.statusCode).toBe(200)
    expect(head.body).toBe('')
    expect({ ...head.headers, date: '' }).toEqual({ ...headers, date: '' })
  })

  test('stops the start with what to do when the script is not built', async () => {
    const unbuilt = createSampleDist({ 'v1/widget.js': undefined })
    const other = Fastify()
    other.register(widgetAssets, { widgetDist: unbuilt.widgetDist })
    await expect(other.ready()).rejects.toThrow(
      /widget\.js is not there: build the widget with "npm run build"/,
    )
    unbuilt.remove()
  })

  test.each([
    ['br', gzipSync('another text'), /is not a copy of .*build the widget with "npm run build"/],
    ['br', brotliCompressSync('the text of an older build'), /is not a copy of /],
    ['gz', gzipSync('the text of an older build'), /is not a copy of /],
    ['gz', undefined, /gz is not there: build the widget with "npm run build"/],
  ])('stops the start when its .%s is not a copy of it', async (ending, copy, message) => {
    const stale = createSampleDist()
    const path = join(stale.widgetDist, `v1/${name}.${ending}`)
    if (copy) writeFileSync(path, copy)
    else rmSync(path)
    const other = Fastify()
    other.register(widgetAssets, { widgetDist: stale.widgetDist })
    await expect(other.ready()).rejects.toThrow(message)
    stale.remove()
  })
})

describe('GET /widget/<version>/*', () => {
  const url = '/widget/0.9.0/widget.js'

  test('is what was released under that version, kept for a year, and any page may read it', async () => {
    const { statusCode, headers, body } = await get(url)
    expect([statusCode, body]).toEqual([200, sampleFiles['releases/0.9.0/widget.js']])
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
  })

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('comes as %s, and costs a 304 to who has it', async (encoding, decompress) => {
    const { headers, rawPayload } = await get(url, { 'accept-encoding': encoding })
    expect(headers['content-encoding']).toBe(encoding)
    expect(decompress(rawPayload).toString()).toBe(sampleFiles['releases/0.9.0/widget.js'])
    const again = await get(url, { 'accept-encoding': encoding, 'if-none-match': String(headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test.each([
    [
      '/widget/9.9.9/widget.js',
      'There is no version 9.9.9 of the script. The released versions are listed at /widget/manifest.json; /widget/v1/ has the newest.',
    ],
    ['/widget/0.9.0/elements.js', '/widget/0.9.0/ has no such file; it has widget.js.'],
    ['/widget/v1/wigdet.js', '/widget/v1/ has no such file; it has widget.js, elements.js, widget.d.ts.'],
    [
      '/widget/latest/widget.js',
      'A version of the script is of the form 1.4.0. The released versions are listed at /widget/manifest.json; /widget/v1/ has the newest.',
    ],
    [
      `/widget/${'9'.repeat(500)}/widget.js`,
      'A version of the script is of the form 1.4.0. The released versions are listed at /widget/manifest.json; /widget/v1/ has the newest.',
    ],
  ])('%s is a 404 that says what there is, and that nobody keeps', async (path, message) => {
    const { statusCode, headers, body } = await get(path)
    expect(statusCode).toBe(404)
    expect(JSON.parse(body).message).toBe(message)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'access-control-allow-origin': '*' })
  })

  test.each([
    '/widget/0.9.0/..%2f..%2fv1%2fwidget.js',
    '/widget/0.9.0/widget.js.br',
    '/widget/../package.json',
  ])('%s leads to nothing', async (path) => {
    expect((await get(path)).statusCode).toBe(404)
  })
})

test('GET /widget/manifest.json is the build’s list of versions, which any page may read, cached for five minutes', async () => {
  const { statusCode, headers, body } = await get('/widget/manifest.json')
  expect([statusCode, body]).toEqual([200, sampleFiles['releases/manifest.json']])
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
  })
})

test('GET /widget/v1/widget.d.ts is text', async () => {
  const { headers, body } = await get('/widget/v1/widget.d.ts')
  expect([headers['content-type'], body]).toEqual([
    'text/plain; charset=utf-8',
    sampleFiles['v1/widget.d.ts'],
  ])
})

describe('GET /checkout/assets/*', () => {
  test('serves each chunk of the build forever', async () => {
    const { statusCode, headers, body } = await get('/checkout/assets/assets/agreement-B3x9kQ2a.js')
    expect(statusCode).toBe(200)
    expect(body).toBe(sampleFiles['checkout/assets/agreement-B3x9kQ2a.js'])
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    const brotli = await get('/checkout/assets/assets/agreement-B3x9kQ2a.js', { 'accept-encoding': 'br' })
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(body)
    expect((await get('/checkout/assets/assets/mark-1a2b3c.svg')).headers['content-type']).toBe(
      'image/svg+xml',
    )
  })

  test('the licences of what it bundles are read as text', async () => {
    const { statusCode, headers, body } = await get('/checkout/assets/licenses-1a2b3c4d.txt')
    expect([statusCode, headers['content-type'], body]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'Copyright ©\n',
    ])
  })

  test.each([
    '/checkout/assets/index.html',
    '/checkout/assets/',
    '/checkout/assets/../index.html',
    '/checkout/assets/..%2findex.html',
    '/checkout/assets/assets/..%2f..%2f..%2fv1%2fwidget.js',
    '/checkout/assets/assets/%2e%2e/%2e%2e/v1/widget.js',
    '/checkout/assets//etc/passwd',
    '/checkout/assets/assets/agreement-B3x9kQ2a.js%00.html',
    '/checkout/assets/assets/agreement-B3x9kQ2a.js.br',
    '/checkout/assets/assets/agreement-B3x9kQ2a.js.gz',
  ])('%s leads to nothing', async (url) => {
    expect((await get(url)).statusCode).toBe(404)
  })

  test('a build without chunks has none', async () => {
    const single = createSampleDist({ 'checkout/assets/agreement-B3x9kQ2a.js': undefined })
    const other = Fastify()
    other.register(checkoutChunks, { widgetDist: single.widgetDist })
    await other.ready()
    expect(other.printRoutes()).not.toContain('assets')
    single.remove()
  })
})
