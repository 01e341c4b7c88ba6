import { describe, expect, test } from 'vitest'
import { assertPageOrigin, findOriginFault } from './origins.ts'

const OURS = 'https://pay.backd.example'
const registered = ['https://shop.example', 'http://localhost:4100']

const isAllowed = (origin?: string, pageOrigin?: string) => {
  try {
    assertPageOrigin({ origin, pageOrigin }, OURS, registered)
    return true
  } catch {
    return false
  }
}

describe('the page that asks for an order', () => {
  test.each<[string, string | undefined, string | undefined, boolean]>([
    ['a registered page', 'https://shop.example', undefined, true],
    ['a registered page on a port', 'http://localhost:4100', undefined, true],
    ['our modal in a registered page', OURS, 'https://shop.example', true],
    ['our modal in another page', OURS, 'https://evil.example', false],
    ['our modal that names no page', OURS, undefined, false],
    ['another page', 'https://evil.example', undefined, false],
    ['another page that claims a registered one', 'https://evil.example', 'https://shop.example', false],
    ['a page whose host begins like a registered one', 'https://shop.example.evil.com', undefined, false],
    ['a subdomain of a registered one', 'https://a.shop.example', undefined, false],
    ['another port of a registered host', 'https://shop.example:8443', undefined, false],
    ['another scheme of a registered host', 'http://shop.example', undefined, false],
    ['a registered one in capitals', 'https://SHOP.example', undefined, false],
    ['a registered one with a path', 'https://shop.example/', undefined, false],
    ['a sandboxed page', 'null', undefined, false],
    ['no browser at all', undefined, undefined, false],
    ['no browser that claims a page', undefined, 'https://shop.example', false],
  ])('%s', (_title, origin, pageOrigin, expected) => {
    expect(isAllowed(origin, pageOrigin)).toBe(expected)
  })

  test('is told which origin to register', () => {
    expect(() => assertPageOrigin({ origin: OURS, pageOrigin: 'https://new.example' }, OURS, [])).toThrow(
      'register https://new.example',
    )
  })

  test('without an origin of its own is told that it has none to register', () => {
    const sandboxed = () => assertPageOrigin({ origin: 'null', pageOrigin: undefined }, OURS, registered)
    expect(sandboxed).toThrow(/sandboxed frame or from a file:\/\/ address cannot open the checkout/)
    expect(sandboxed).not.toThrow(/null/)
    expect(() => assertPageOrigin({ origin: OURS, pageOrigin: 'null' }, OURS, registered)).toThrow(
      'sandboxed frame',
    )
  })
})

describe('an origin to register', () => {
  test.each(['https://shop.example', 'http://localhost:4100', 'https://shop.example:8443'])('%s', (text) => {
    expect(findOriginFault(text)).toBeUndefined()
  })

  test.each([
    'shop.example',
    'https://shop.example/',
    'https://shop.example/cart',
    'https://SHOP.example',
    'https://shop.example:443',
    'http://shop.example',
    'https://a:b@shop.example',
    'ftp://shop.example',
    'null',
    '*',
    '',
  ])('%j is refused with a reason', (text) => {
    expect(findOriginFault(text)).toMatch(/^must /)
  })

  test.each(['https://*.shop.example', 'https://*', '*'])(
    '%s, which matches nothing, is said to be so',
    (text) => {
      expect(findOriginFault(text)).toBe('must be one origin without *; name each origin by itself')
    },
  )
})
