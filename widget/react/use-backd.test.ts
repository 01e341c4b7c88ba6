import { createElement, useEffect } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Order } from '../sdk/types.ts'
import { createFakeSdk, ids, left, order } from './testing/fake-sdk.ts'
import { act, major, render } from './testing/render.ts'
import type { Backd, PaymentSource, UseBackdOptions } from './types.ts'
import { useBackd } from './use-backd.ts'

const sdk = vi.hoisted(() => ({ current: undefined as unknown as ReturnType<typeof createFakeSdk> }))
vi.mock('../sdk/index.ts', () => ({
  initializeWidget: (options: never) => sdk.current.initializeWidget(options),
}))

beforeEach(() => {
  sdk.current = createFakeSdk()
})
afterEach(() => vi.unstubAllGlobals())

const createCallbacks = () => ({ onSuccess: vi.fn(), onClose: vi.fn(), onFail: vi.fn(), onError: vi.fn() })
const mode = {
  type: 'redirect',
  order_success_url: 'https://a.example',
  order_close_url: 'https://a.example',
} as const
const link = { customerUrl: 'https://checkout.backd.com/checkout/key/token' }

interface PageProps extends UseBackdOptions {
  seen: Backd[]
  /** Opened as soon as the page is mounted. */
  atOnce?: PaymentSource | undefined
}

function Page({ seen, atOnce, ...options }: PageProps) {
  const backd = useBackd(options)
  seen.push(backd)
  const { open } = backd
  useEffect(() => {
    if (atOnce) open(atOnce)
  }, [atOnce, open])
  return createElement('p', null, backd.phase)
}

/** A page with the hook; `backd` is what its last render got. */
async function openPage(options: Partial<PageProps> = {}) {
  const callbacks = createCallbacks()
  const seen: Backd[] = []
  const page = await render(createElement(Page, { seen, ...callbacks, ...options }))
  return {
    ...page,
    callbacks,
    backd: () => seen.at(-1) as Backd,
    change: (more: Partial<PageProps>) =>
      page.rerender(createElement(Page, { seen, ...callbacks, ...options, ...more })),
    phase: () => page.container.textContent,
    open: (source: PaymentSource) => act(async () => seen.at(-1)?.open(source)),
  }
}

/** Lets the SDK's callbacks, which come in a task of their own, come. */
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))))

test('the project runs the React that its name says', ({ task }) => {
  expect(`react ${major}`).toBe(task.file.projectName)
})

test('mounting opens nothing', async () => {
  const page = await openPage()
  expect([page.phase(), sdk.current.opened()]).toEqual(['idle', 0])
})

test('opens what the server made, and tells how it went', async () => {
  const page = await openPage({ checkoutOrigin: 'http://localhost:4000', locale: 'es' })
  await page.open(async () => link)
  expect(sdk.current.given()).toMatchObject({
    ...link,
    checkoutOrigin: 'http://localhost:4000',
    locale: 'es',
  })
  expect([page.phase(), page.backd().isBusy]).toEqual(['open', true])

  sdk.current.end(({ onSuccess }) => onSuccess?.(ids))
  await settle()
  expect(page.callbacks.onSuccess).toHaveBeenCalledExactlyOnceWith(ids)
  expect(page.phase()).toBe('idle')
})

test('an order that is at hand is opened in the click itself', async () => {
  const page = await openPage()
  await act(async () => {
    page.backd().open({ order })
    expect(sdk.current.opened()).toBe(1)
  })
  expect(page.phase()).toBe('open')
})

test('a second click while the order is prepared, or while BackdPay is open, does nothing', async () => {
  const page = await openPage()
  const prepare = vi.fn(async () => ({ order }))
  await act(async () => {
    page.backd().open(prepare)
    page.backd().open(prepare)
  })
  await page.open(prepare)
  expect([prepare.mock.calls.length, sdk.current.opened()]).toEqual([1, 1])

  sdk.current.end(({ onClose }) => onClose?.(left))
  await settle()
  expect(page.callbacks.onClose).toHaveBeenCalledExactlyOnceWith(left)
  await page.open(prepare)
  expect(sdk.current.opened()).toBe(2)
})

test('a component that opens as it is mounted, which StrictMode does twice, ends with one checkout', async () => {
  const page = await openPage({ atOnce: { order } })
  await settle()
  expect([page.phase(), sdk.current.opened(), sdk.current.isOpen()]).toEqual(['open', 2, true])
  expect(page.callbacks.onClose).not.toHaveBeenCalled()
  sdk.current.end(({ onSuccess }) => onSuccess?.(ids))
  await settle()
  expect(page.callbacks.onSuccess).toHaveBeenCalledOnce()
})

test('a component that goes away while the order is prepared opens nothing and hears nothing', async () => {
  const page = await openPage()
  const prepared = Promise.withResolvers<{ order: Order }>()
  let asked: AbortSignal | undefined
  await page.open((signal) => {
    asked = signal
    return prepared.promise
  })
  expect(page.phase()).toBe('preparing')
  await page.unmount()
  expect(asked?.aborted).toBe(true)
  await act(async () => prepared.resolve({ order }))
  expect(sdk.current.opened()).toBe(0)
  expect(Object.values(page.callbacks).flatMap(({ mock }) => mock.calls)).toEqual([])
})

test('a component that goes away takes the open checkout with it, is not called back, and listens to nothing', async () => {
  const added = vi.spyOn(window, 'addEventListener')
  const removed = vi.spyOn(window, 'removeEventListener')
  const page = await openPage()
  await page.open({ order })
  await page.unmount()
  await settle()
  expect(sdk.current.isOpen()).toBe(false)
  expect(page.callbacks.onClose).not.toHaveBeenCalled()
  const names = (spy: typeof added | typeof removed) =>
    spy.mock.calls.filter(([name]) => name === 'pageshow').length
  expect(names(added)).toBeGreaterThan(0)
  expect(names(removed)).toBe(names(added))
})

test('callbacks that are swapped while BackdPay is open are the ones that are called, and nothing is opened anew', async () => {
  const page = await openPage()
  const { open } = page.backd()
  await page.open({ order })
  const onSuccess = vi.fn()
  await page.change({ onSuccess })
  expect([sdk.current.opened(), page.phase()]).toEqual([1, 'open'])
  sdk.current.end((options) => options.onSuccess?.(ids))
  await settle()
  expect(onSuccess).toHaveBeenCalledExactlyOnceWith(ids)
  expect(page.callbacks.onSuccess).not.toHaveBeenCalled()
  expect(page.backd().open).toBe(open)
})

test('a server that refuses opens nothing, and the next click asks again', async () => {
  const page = await openPage()
  const refusal = new Error('Your cart is empty.')
  const prepare = vi.fn().mockRejectedValueOnce(refusal).mockResolvedValue({ order })
  await page.open(prepare)
  expect(page.callbacks.onError).toHaveBeenCalledExactlyOnceWith(refusal)
  expect(page.phase()).toBe('idle')
  await page.open(prepare)
  expect(page.phase()).toBe('open')
})

test('a refusal that nobody hears is reported as an uncaught error', async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  const page = await openPage({ onError: undefined })
  const refusal = new Error('Your cart is empty.')
  await page.open(() => {
    throw refusal
  })
  expect(reported).toHaveBeenCalledExactlyOnceWith(refusal)
  expect(page.phase()).toBe('idle')
})

test('close() takes it away, before it is there and after', async () => {
  const page = await openPage()
  await page.open(() => new Promise(() => {}))
  await act(async () => page.backd().close())
  expect(page.phase()).toBe('idle')
  await page.open({ order })
  await act(async () => page.backd().close())
  await settle()
  expect(page.callbacks.onClose).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: 'MERCHANT_CLOSED' }),
  )
  expect([page.phase(), sdk.current.opened()]).toEqual(['idle', 1])
  await act(async () => page.backd().close())
  expect(page.callbacks.onClose).toHaveBeenCalledOnce()
})

test('of two components the second neither hears nor closes the checkout of the first', async () => {
  const first = await openPage()
  const second = await openPage()
  await first.open({ order })
  await second.open({ order })
  expect(second.phase()).toBe('idle')
  await second.unmount()
  expect(sdk.current.isOpen()).toBe(true)
  sdk.current.end(({ onSuccess }) => onSuccess?.(ids))
  await settle()
  expect(first.callbacks.onSuccess).toHaveBeenCalledOnce()
  expect(second.callbacks.onSuccess).not.toHaveBeenCalled()
})

test('a second component’s function is not called while the first one’s checkout is open', async () => {
  const first = await openPage()
  const second = await openPage()
  await first.open({ order })
  const prepare = vi.fn(() => link)
  await second.open(prepare)
  expect(prepare).not.toHaveBeenCalled()
  expect(second.phase()).toBe('idle')
  sdk.current.end(({ onClose }) => onClose?.(left))
  await settle()
  await second.open(prepare)
  expect([second.phase(), sdk.current.opened()]).toEqual(['open', 2])
})

test('a checkout that the page opened without the hook is left to the page', async () => {
  const onSuccess = vi.fn()
  sdk.current.initializeWidget({ order, onSuccess, onClose: vi.fn() })
  const page = await openPage()
  await page.open({ order })
  expect([page.phase(), page.backd().isBusy]).toEqual(['idle', false])
  await page.unmount()
  expect(sdk.current.isOpen()).toBe(true)
  sdk.current.end((options) => options.onSuccess?.(ids))
  await settle()
  expect(onSuccess).toHaveBeenCalledExactlyOnceWith(ids)
  expect(page.callbacks.onSuccess).not.toHaveBeenCalled()
})

test('close() after a redirect whose navigation was stopped makes the button usable again', async () => {
  const page = await openPage()
  await page.open({ order: { ...order, mode } })
  // The SDK has let go of it, and tells nobody: the browser was to leave.
  sdk.current.end(() => {})
  await act(async () => page.backd().close())
  await settle()
  expect(page.phase()).toBe('idle')
  expect(page.callbacks.onClose).not.toHaveBeenCalled()
  await page.open({ order })
  expect([page.phase(), sdk.current.opened()]).toEqual(['open', 2])
})

test('close() of a redirect that is not left for yet tells onClose', async () => {
  const page = await openPage()
  await page.open({ order: { ...order, mode } })
  await act(async () => page.backd().close())
  await settle()
  expect(page.phase()).toBe('idle')
  expect(page.callbacks.onClose).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: 'MERCHANT_CLOSED' }),
  )
})

test('a page that comes back from the back/forward cache can pay again after a redirect, and keeps an open modal’s ending', async () => {
  const comeBack = () =>
    act(async () => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  const page = await openPage()
  await page.open({ order: { ...order, mode } })
  await comeBack()
  expect(page.phase()).toBe('idle')

  await page.open({ order })
  sdk.current.end(({ onClose }) => onClose?.(left))
  await comeBack()
  await settle()
  expect(page.callbacks.onClose).toHaveBeenCalledExactlyOnceWith(left)
})

test('a hook on a server asks for nothing there', async () => {
  const { renderToString } = await import('react-dom/server')
  const told = vi.spyOn(console, 'error')
  vi.stubGlobal('window', undefined)
  vi.stubGlobal('document', undefined)
  const page = createElement(Page, { seen: [], ...createCallbacks(), atOnce: { order } })
  expect(renderToString(page)).toBe('<p>idle</p>')
  expect(told).not.toHaveBeenCalled()
})
