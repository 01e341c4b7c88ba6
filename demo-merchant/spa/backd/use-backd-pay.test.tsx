import { initializeWidget, type Order, type WidgetOptions } from '@backd/widget'
import { act, cleanup, renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Payment, useBackdPay } from './use-backd-pay.ts'

vi.mock('@backd/widget', () => ({ initializeWidget: vi.fn() }))

const order = { merchant_order_id: 'NW-1' } as Order
const ids = { backd_order_id: 'BO-1', merchant_order_id: 'NW-1' }
const close = vi.fn()

/** What the SDK was given last. */
const given = () => vi.mocked(initializeWidget).mock.lastCall?.[0] as WidgetOptions
const opened = () => vi.mocked(initializeWidget).mock.calls.length

beforeEach(() => {
  vi.mocked(initializeWidget).mockReset().mockReturnValue({ close })
  close.mockReset()
})
afterEach(cleanup)

function openPage() {
  const hook = renderHook(() => useBackdPay('http://localhost:4000'), { wrapper: StrictMode })
  return {
    ...hook,
    phase: () => hook.result.current.phase,
    pay: (payment: Payment) => hook.result.current.pay(payment),
  }
}

function createPayment(more: Partial<Payment> = {}) {
  return {
    prepare: vi.fn(async () => order),
    onRefused: vi.fn(),
    onSuccess: vi.fn(),
    onClose: vi.fn(),
    onFail: vi.fn(),
    ...more,
  }
}

test('opens BackdPay with the order that the server prepared, and tells how it went', async () => {
  const page = openPage()
  const payment = createPayment()
  await act(async () => page.pay(payment))
  expect(given()).toMatchObject({ checkoutOrigin: 'http://localhost:4000', order })
  expect(page.phase()).toBe('open')

  act(() => given().onSuccess?.(ids))
  expect(payment.onSuccess).toHaveBeenCalledExactlyOnceWith(ids)
  expect(page.phase()).toBe('idle')
})

test('a second click while the order is prepared, or while BackdPay is open, does nothing', async () => {
  const page = openPage()
  const payment = createPayment()
  await act(async () => {
    page.pay(payment)
    page.pay(payment)
  })
  await act(async () => page.pay(payment))
  expect(payment.prepare).toHaveBeenCalledOnce()
  expect(opened()).toBe(1)

  act(() => given().onClose?.({ message: 'You left', code: 'CUSTOMER_CLOSED' }))
  await act(async () => page.pay(payment))
  expect(opened()).toBe(2)
})

test('a component that goes away while the order is prepared opens nothing and hears nothing', async () => {
  const page = openPage()
  const prepared = Promise.withResolvers<Order>()
  let aborted: AbortSignal | undefined
  const payment = createPayment({
    prepare: (signal) => {
      aborted = signal
      return prepared.promise
    },
  })
  act(() => page.pay(payment))
  page.unmount()
  expect(aborted?.aborted).toBe(true)
  await act(async () => prepared.resolve(order))
  expect(opened()).toBe(0)
  expect(payment.onRefused).not.toHaveBeenCalled()
})

test('a component that goes away takes the open checkout with it, and is not called back', async () => {
  const page = openPage()
  const payment = createPayment()
  await act(async () => page.pay(payment))
  const { onClose } = given()
  page.unmount()
  expect(close).toHaveBeenCalledOnce()
  onClose?.({ message: 'The shop closed the checkout.', code: 'MERCHANT_CLOSED' })
  expect(payment.onClose).not.toHaveBeenCalled()
})

test('an order that the server refuses opens nothing, and the next click asks again', async () => {
  const page = openPage()
  const refusal = new Error('Your cart is empty.')
  const payment = createPayment({ prepare: vi.fn().mockRejectedValueOnce(refusal).mockResolvedValue(order) })
  await act(async () => page.pay(payment))
  expect(payment.onRefused).toHaveBeenCalledExactlyOnceWith(refusal)
  expect(page.phase()).toBe('idle')
  await act(async () => page.pay(payment))
  expect(opened()).toBe(1)
})

test('a page that comes back from the back/forward cache after a redirect can pay again', async () => {
  const page = openPage()
  await act(async () => page.pay(createPayment()))
  act(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  expect(page.phase()).toBe('idle')
  await act(async () => page.pay(createPayment()))
  expect(opened()).toBe(2)
})
