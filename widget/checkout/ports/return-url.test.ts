import { describe, expect, it } from 'vitest'
import { addParameters } from './return-url.ts'

const ids = { backd_order_id: 'hvsyvs7377w7828', merchant_order_id: 'JKLMO4321' }

describe("a merchant's return URL", () => {
  it.each<[string, string, Record<string, string>, string]>([
    [
      "the contract's example",
      'https://www.merchant.website.com/success',
      ids,
      'https://www.merchant.website.com/success?backd_order_id=hvsyvs7377w7828&merchant_order_id=JKLMO4321',
    ],
    [
      'query and hash survive',
      'https://shop.example/ok?cart=42#thanks',
      { message: 'Bye' },
      'https://shop.example/ok?cart=42&message=Bye#thanks',
    ],
    [
      'the query survives byte for byte',
      'https://shop.example/ok?q=a%20b&flag&x=%2F',
      { a: '1' },
      'https://shop.example/ok?q=a%20b&flag&x=%2F&a=1',
    ],
    ['an empty query', 'https://shop.example/ok?', { a: '1' }, 'https://shop.example/ok?a=1'],
    [
      'a name of ours that is there already is replaced',
      'https://shop.example/ok?message=old&b=2',
      { message: 'new' },
      'https://shop.example/ok?b=2&message=new',
    ],
    [
      'text is escaped',
      'https://shop.example/ok',
      { message: 'a&b=c #d é' },
      'https://shop.example/ok?message=a%26b%3Dc+%23d+%C3%A9',
    ],
    ['http on this machine', 'http://localhost:4100/ok', { a: '1' }, 'http://localhost:4100/ok?a=1'],
  ])('%s', (_, target, parameters, url) => {
    expect(addParameters(target, parameters)).toBe(url)
  })

  it.each(['javascript:alert(1)', 'https://user:pass@shop.example/', 'http://shop.example/', '/cart', ''])(
    'refuses %s',
    (target) => {
      expect(addParameters(target, ids)).toBeNull()
    },
  )
})
