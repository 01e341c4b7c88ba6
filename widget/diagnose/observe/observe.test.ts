import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { askHeaders } from './ask-headers.ts'
import { askMerchant } from './ask-merchant.ts'
import { findKey } from './find-key.ts'
import { findScripts } from './find-scripts.ts'
import { readPage } from './read-page.ts'
import { watchPolicy } from './watch-policy.ts'

const origin = 'https://checkout.example'
const fetched = vi.fn<typeof fetch>()

beforeEach(() => {
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('performance', { getEntriesByType: () => [] })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.head.replaceChildren()
  document.body.replaceChildren()
})

describe('Backd is asked', () => {
  const answer = (status: object) => Response.json({ data: null, message: '', status })

  test.each([
    ['success', answer({ type: 'success', error: false })],
    ['unauthorized', answer({ type: 'unauthorized', error: true })],
    ['foreign', new Response('<!doctype html>')],
    ['502', new Response('<!doctype html>', { status: 502 })],
    ['server_error', Response.json({ status: { type: 'server_error', error: true } }, { status: 500 })],
    ['foreign', new Response('<!doctype html>', { status: 404 })],
    ['foreign', Response.json(null)],
    ['foreign', Response.json({ status: 'UP' })],
  ])('and %s is what it says', async (said, response) => {
    fetched.mockResolvedValue(response)
    expect(await askMerchant(origin, 'a&b')).toBe(said)
    const [url, init] = fetched.mock.calls[0] ?? []
    expect(url).toBe(`${origin}/checkout/api/plans?public_api_key=a%26b`)
    expect(init).toMatchObject({ credentials: 'omit', cache: 'no-store' })
  })

  test('and is unreachable where nothing answers', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await askMerchant(origin, '')).toBe('unreachable')
  })
})

describe('the page’s headers', () => {
  test('are asked for without a body', async () => {
    fetched.mockResolvedValue(new Response(null, { headers: { 'permissions-policy': 'usb=()' } }))
    expect((await askHeaders())?.get('permissions-policy')).toBe('usb=()')
    expect(fetched).toHaveBeenCalledWith(location.href, expect.objectContaining({ method: 'HEAD' }))
  })

  test.each([
    ['a server that knows no HEAD', () => Promise.resolve(new Response(null, { status: 405 }))],
    ['a policy that forbids it', () => Promise.reject(new TypeError())],
  ])('are unknown with %s', async (_, answer) => {
    fetched.mockImplementation(answer)
    expect(await askHeaders()).toBeUndefined()
  })
})

describe('the public key', () => {
  test.each([
    ['given by name', { publicKey: 'k' }],
    ['of the order', { order: { merchant: { public_api_key: 'k', name: 'Shop' } } }],
    ['of the customer URL', { customerUrl: `${origin}/checkout/k/token` }],
  ])('is the one %s', (_, options) => {
    expect(findKey(origin, options)).toBe('k')
  })

  test('is the one that a frame was opened with last', () => {
    const names = ['a', 'k'].map((key) => ({ name: `${origin}/checkout/modal?key=${key}#n` }))
    vi.stubGlobal('performance', { getEntriesByType: () => names })
    expect(findKey(origin, {})).toBe('k')
  })

  test('is that of the elements', () => {
    document.body.innerHTML = '<backd-terms public-key="k"></backd-terms>'
    expect(findKey(origin, {})).toBe('k')
  })

  test.each([{}, { customerUrl: `${origin}/checkout/token` }, { customerUrl: 'nonsense' }])(
    'is empty with %o',
    (options) => {
      expect(findKey(origin, options)).toBe('')
    },
  )
})

describe('scripts', () => {
  const src = `${origin}/widget/v1/widget.js`
  const script = (address: string) =>
    document.head.append(
      Object.assign(document.createElement('script'), { src: address, type: 'text/plain' }),
    )

  test('are counted as elements, whatever else the page has', () => {
    for (const address of [src, `${src}?v=2`, `${origin}/widget/v1/elements.js`, '/widget.js'])
      script(address)
    expect(findScripts()).toEqual([src, `${src}?v=2`])
  })

  test('are counted as requests where their elements are gone', () => {
    const request = { name: src, initiatorType: 'script' }
    const entries = [request, request, { name: src, initiatorType: 'link' }]
    vi.stubGlobal('performance', { getEntriesByType: () => entries })
    script(src)
    expect(findScripts()).toEqual([src, src])
  })
})

describe('violations', () => {
  const violate = (blockedURI: string, change: object = {}) => {
    const event = Object.assign(new Event('securitypolicyviolation'), {
      blockedURI,
      effectiveDirective: 'frame-src',
      originalPolicy: "frame-src 'self'",
      disposition: 'enforce',
      ...change,
    })
    document.dispatchEvent(event)
  }

  test('are heard of Backd’s origin alone, until it stops', () => {
    const watched = watchPolicy(origin)
    violate(`${origin}/checkout/modal`)
    for (const other of [
      'https://checkout.example.evil.com/',
      'https://checkout.example:8443/',
      'inline',
      '',
    ]) {
      violate(other)
    }
    watched.stop()
    violate(`${origin}/checkout/modal`)
    expect(watched.violations).toEqual([
      { directive: 'frame-src', policy: "frame-src 'self'", disposition: 'enforce' },
    ])
  })

  test('of a frame tell that there is nothing to wait for, those that only report do not', () => {
    const watched = watchPolicy(origin)
    const hear = vi.fn()
    watched.onBlocked(hear)
    violate(origin, { disposition: 'report' })
    violate(origin, { effectiveDirective: 'connect-src' })
    expect(hear).not.toHaveBeenCalled()
    violate(origin)
    expect(hear).toHaveBeenCalledOnce()
    watched.stop()
  })

  test('of scripts have one name in every browser', () => {
    const watched = watchPolicy(origin)
    violate(origin, { effectiveDirective: 'script-src' })
    watched.stop()
    expect(watched.violations).toMatchObject([{ directive: 'script-src-elem' }])
  })

  test('from before are remembered by browsers that do', () => {
    const body = {
      blockedURL: `${origin}/x.js`,
      effectiveDirective: 'script-src-elem',
      originalPolicy: 'p',
      disposition: 'enforce',
    }
    vi.stubGlobal(
      'ReportingObserver',
      class {
        observe() {}
        disconnect() {}
        takeRecords = () => [{ body }]
      },
    )
    const watched = watchPolicy(origin)
    watched.stop()
    expect(watched.violations).toEqual([
      { directive: 'script-src-elem', policy: 'p', disposition: 'enforce' },
    ])
  })
})

test('a page that may not read its storage is read all the same', async () => {
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('crossOriginIsolated', false)
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect(await readPage()).toMatchObject({
    origin: location.origin,
    canStore: false,
    localNetwork: undefined,
  })
  vi.restoreAllMocks()
})
