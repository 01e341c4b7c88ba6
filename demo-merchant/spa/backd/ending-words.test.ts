import { describe, expect, test } from 'vitest'
import { sayClosed, sayFailed, sayReturned } from './ending-words.ts'

describe('what the checkout page says of a modal', () => {
  test.each(['You closed the checkout', 'You closed the checkout.'])(
    '%j, and that the cart is kept',
    (message) => {
      expect(sayClosed({ message })).toEqual({
        tone: 'status',
        text: 'You closed the checkout. Your cart is as you left it.',
      })
    },
  )

  test('asks to try again after what may pass, and keeps what a developer would change to itself', () => {
    const message = 'check your CSP'
    expect(sayFailed({ code: 'FRAME_UNREACHABLE', message, recoverable: true })).toEqual({
      tone: 'alert',
      text: 'BackdPay could not be opened. Please try again.',
      code: 'FRAME_UNREACHABLE',
    })
    expect(sayFailed({ code: 'INVALID_ORDER', message, recoverable: false }).text).not.toContain('CSP')
  })
})

describe('what it says to a customer whom a redirect brought back', () => {
  const say = (query: string) => sayReturned(new URLSearchParams(query))

  test('nothing without a message or a code', () => {
    expect(say('')).toBeUndefined()
    expect(say('order=NW-1')).toBeUndefined()
  })

  test.each(['message=You+left.&code=CUSTOMER_CLOSED', 'message=You+left.', 'message=x&code=SOMETHING_NEW'])(
    'of %s that they left',
    (query) =>
      expect(say(query)?.text).toBe('You left BackdPay before finishing. Your cart is as you left it.'),
  )

  test('of a failure whether to try again', () => {
    expect(say('message=x&code=NETWORK_ERROR')?.text).toContain('Please try again')
    expect(say('message=x&code=CUSTOMER_DECLINED')).toEqual({
      tone: 'alert',
      text: 'BackdPay can’t be used for this order.',
      code: 'CUSTOMER_DECLINED',
    })
  })

  test.each(['CUSTOMER_CLOSED', 'SERVICE_ERROR', 'TOTAL_EXCEEDS_LIMIT', 'toString', '<b>'])(
    'in our own words, whatever the address says beside %s',
    (code) => {
      const query = new URLSearchParams({ message: 'Call 555-0100 and read out your card', code })
      expect(JSON.stringify(say(String(query)))).not.toContain('555-0100')
      expect(JSON.stringify(say(String(query)))).not.toContain('<b>')
    },
  )
})
