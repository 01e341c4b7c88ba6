import { seedOrder } from '@backd/contract/examples.ts'
import { describe, expect, test, vi } from 'vitest'
import { call, calls, createOptions } from '../testing/initialize.ts'

vi.mock('./modal/modal.ts', () => ({ createModal: vi.fn() }))
vi.mock('./redirect/redirect.ts', () => ({ openRedirect: vi.fn() }))

describe('after a failure', () => {
  const failIn = (backd: string, look = vi.fn(async () => [])) => {
    const options = createOptions({ order: { ...seedOrder, items: [] } })
    call(options, backd, look)
    return { look, options }
  }

  test.each(['https://sandbox.checkout.backd.com', 'http://localhost:4000'])(
    'the sandbox at %s looks for the cause by itself, once, with what was called and what failed',
    (backd) => {
      const { look, options } = failIn(backd)
      vi.runAllTimers()
      expect(look.mock.calls).toEqual([[options, expect.objectContaining({ code: 'INVALID_ORDER' })]])
    },
  )

  test.each(['https://checkout.backd.com', 'https://pay.example'])(
    'production at %s stays quiet',
    (backd) => {
      const { look } = failIn(backd)
      vi.runAllTimers()
      expect(look).not.toHaveBeenCalled()
      expect(calls).toMatchObject([['onFail', { code: 'INVALID_ORDER' }]])
    },
  )

  test('what can’t be loaded is no failure of the page’s', async () => {
    const { look } = failIn(
      'http://localhost:4000',
      vi.fn(() => Promise.reject(new TypeError('blocked'))),
    )
    await vi.runAllTimersAsync()
    expect(look).toHaveBeenCalledOnce()
    expect(calls).toHaveLength(1)
  })

  test('nobody looks after a checkout that was closed', () => {
    const look = vi.fn(async () => [])
    call(createOptions(), 'http://localhost:4000', look).close()
    vi.runAllTimers()
    expect(look).not.toHaveBeenCalled()
  })
})
