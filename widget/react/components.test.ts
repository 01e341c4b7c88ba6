import { createElement, type ReactNode, useLayoutEffect, useRef } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BackdPayButton } from './pay-button.ts'
import { BackdTerms } from './terms.ts'
import { createFakeSdk, ids, order } from './testing/fake-sdk.ts'
import { act, render } from './testing/render.ts'

const sdk = vi.hoisted(() => ({ current: undefined as unknown as ReturnType<typeof createFakeSdk> }))
vi.mock('../sdk/index.ts', () => ({
  initializeWidget: (options: never) => sdk.current.initializeWidget(options),
  preload: (options: never) => sdk.current.preload(options),
}))

const fetched = vi.fn(async (_url: string) => new Promise<Response>(() => {}))
let told: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  sdk.current = createFakeSdk()
  vi.stubGlobal('fetch', fetched)
  told = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const createCallbacks = () => ({ onSuccess: vi.fn(), onClose: vi.fn(), onFail: vi.fn() })
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))))

async function show(node: ReactNode) {
  const page = await render(node)
  const element = () => page.container.querySelector('backd-pay-button, backd-terms') as HTMLElement
  return {
    ...page,
    element,
    button: () => element().shadowRoot?.querySelector('button') as HTMLButtonElement,
    press: () => act(async () => element().shadowRoot?.querySelector('button')?.click()),
  }
}

/** Writes down what the button holds as it is first painted. */
function Watched({ painted }: { painted: Set<string | null | undefined> }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => void painted.add(box.current?.textContent), [painted])
  return createElement('div', { ref: box }, createElement(BackdPayButton, {}))
}

describe('BackdPayButton', () => {
  test('with `pay` opens the checkout on a press, is busy until it ends, and calls back', async () => {
    const callbacks = createCallbacks()
    const page = await show(createElement(BackdPayButton, { pay: { order }, size: 'large', ...callbacks }))
    expect(page.button().textContent).toBe('Checkout with BackdPay')
    expect([page.element().getAttribute('size'), page.element().hasAttribute('busy')]).toEqual([
      'large',
      false,
    ])
    await page.press()
    expect([page.element().hasAttribute('busy'), page.button().ariaBusy]).toEqual([true, 'true'])
    await page.press()
    expect(sdk.current.opened()).toBe(1)

    sdk.current.end(({ onSuccess }) => onSuccess?.(ids))
    await settle()
    expect(callbacks.onSuccess).toHaveBeenCalledExactlyOnceWith(ids)
    expect([page.element().hasAttribute('busy'), page.button().ariaBusy]).toEqual([false, null])
    expect(told).not.toHaveBeenCalled()
  })

  test('is disabled and enabled again, and then takes presses', async () => {
    const props = { pay: { order }, ...createCallbacks() }
    const page = await show(createElement(BackdPayButton, { ...props, disabled: true }))
    await page.press()
    expect([page.button().disabled, sdk.current.opened()]).toEqual([true, 0])
    await page.rerender(createElement(BackdPayButton, { ...props, disabled: false }))
    await page.press()
    expect([page.button().disabled, sdk.current.opened()]).toEqual([false, 1])
  })

  test('asks onClick first, which may say no', async () => {
    const onClick = vi.fn((event: { preventDefault(): void }) => event.preventDefault())
    const page = await show(createElement(BackdPayButton, { pay: { order }, onClick, ...createCallbacks() }))
    await page.press()
    expect([onClick.mock.calls.length, sdk.current.opened()]).toEqual([1, 0])
  })

  test('without `pay` is a look: other words, a class, a style, busy from outside, and a click to hear', async () => {
    const onClick = vi.fn()
    const props = { onClick, className: 'wide', style: { color: 'red' }, id: 'pay' }
    const page = await show(createElement(BackdPayButton, props, 'Pay later'))
    const element = page.element()
    expect([element.id, element.className, element.style.color, element.textContent]).toEqual([
      'pay',
      'wide',
      'red',
      'Pay later',
    ])
    await page.press()
    expect([onClick.mock.calls.length, sdk.current.opened()]).toEqual([1, 0])
    await page.rerender(createElement(BackdPayButton, { ...props, busy: true }, 'Pay later'))
    await page.press()
    expect(onClick).toHaveBeenCalledOnce()
  })
})

describe('in another language', () => {
  afterEach(() => document.documentElement.removeAttribute('lang'))

  test('the button has Spanish words, and opens the checkout in Spanish', async () => {
    const props = { pay: { order }, ...createCallbacks() }
    const page = await show(createElement(BackdPayButton, { ...props, locale: 'es-MX' }))
    expect([page.element().getAttribute('locale'), page.button().textContent]).toEqual([
      'es-MX',
      'Pagar con BackdPay',
    ])
    await page.press()
    expect(sdk.current.initializeWidget).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ locale: 'es-MX' }),
    )
    await page.rerender(createElement(BackdPayButton, { ...props, locale: null }))
    expect([page.element().hasAttribute('locale'), page.button().textContent]).toEqual([
      false,
      'Checkout with BackdPay',
    ])
  })

  test('the button without a locale follows the page, and holds other words as they are', async () => {
    document.documentElement.lang = 'es'
    const page = await show(createElement(BackdPayButton, {}))
    expect([page.element().textContent, page.button().textContent]).toEqual(['', 'Pagar con BackdPay'])
    await page.rerender(createElement(BackdPayButton, {}, 'Paga luego'))
    expect(page.element().textContent).toBe('Paga luego')
  })

  test('a button that comes after another is at once in the words of the page', async () => {
    document.documentElement.lang = 'es'
    await show(createElement(BackdPayButton, {}))
    const painted = new Set<string | null | undefined>()
    const page = await show(createElement(Watched, { painted }))
    expect([...painted, page.button().textContent]).toEqual(['', 'Pagar con BackdPay'])
  })

  test('the terms take a locale', async () => {
    const props = { publicKey: 'spanish', amount: 1, checkoutOrigin: 'http://localhost:4000' }
    const page = await show(createElement(BackdTerms, { ...props, locale: 'es' }))
    expect(page.element().getAttribute('locale')).toBe('es')
  })

  test('a server renders the words of the locale', () => {
    expect(renderToString(createElement(BackdPayButton, { locale: 'es' }))).toBe(
      '<backd-pay-button locale="es">Pagar con BackdPay</backd-pay-button>',
    )
  })
})

describe('a button that is pointed at or focused', () => {
  const known = { merchant: { public_api_key: 'key', name: 'Northwind' } }
  const point = (element: HTMLElement) =>
    act(async () => {
      element.dispatchEvent(new Event('pointerover', { bubbles: true }))
    })

  test('loads the checkout of the merchant that its order names, and makes no order', async () => {
    const pay = { order: { ...order, ...known } }
    const page = await show(
      createElement(BackdPayButton, { pay, checkoutOrigin: 'http://localhost:4000', ...createCallbacks() }),
    )
    expect(sdk.current.preload).not.toHaveBeenCalled()
    await point(page.element())
    expect(sdk.current.preload.mock.calls).toEqual([
      [expect.objectContaining({ publicKey: 'key', checkoutOrigin: 'http://localhost:4000' })],
    ])
    expect(sdk.current.preload.mock.calls[0]?.[0]).not.toHaveProperty('order')
    await page.press()
    await point(page.element())
    expect([sdk.current.opened(), sdk.current.preload.mock.calls.length]).toEqual([1, 1])
  })

  test('loads that of the key it is given, by the keyboard, too; without a key or disabled none', async () => {
    const page = await show(createElement(BackdPayButton, { publicKey: 'key' }))
    await act(async () => page.button().focus())
    expect(sdk.current.preload).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ publicKey: 'key' }))
    await page.rerender(createElement(BackdPayButton, { publicKey: 'key', disabled: true }))
    await point(page.element())
    await page.rerender(createElement(BackdPayButton, {}))
    await point(page.element())
    expect(sdk.current.preload).toHaveBeenCalledOnce()
  })
})

describe('BackdTerms', () => {
  test('asks Backd for the merchant’s plans, and follows the amount', async () => {
    const props = { publicKey: 'key', checkoutOrigin: 'http://localhost:4000', className: 'terms' }
    const page = await show(createElement(BackdTerms, { ...props, amount: 8950 }))
    expect(fetched.mock.calls).toEqual([['http://localhost:4000/checkout/api/plans?public_api_key=key']])
    expect(page.element().getAttribute('amount')).toBe('8950')
    await page.rerender(createElement(BackdTerms, { ...props, amount: '10.50' }))
    expect([page.element().getAttribute('amount'), page.element().className]).toEqual(['10.50', 'terms'])
    expect(told).not.toHaveBeenCalled()
  })

  test('says in the console what is wrong with where Backd is', async () => {
    await show(createElement(BackdTerms, { publicKey: 'key', amount: 1, checkoutOrigin: 'nowhere' }))
    expect(told).toHaveBeenCalledWith('BackdPay', 'BackdTerms', expect.stringMatching(/^checkoutOrigin /))
  })
})

test('both are rendered on a server as what the browser then takes over', () => {
  const html = renderToString([
    createElement(BackdPayButton, { key: 1, pay: { order }, className: 'wide', ...createCallbacks() }),
    createElement(BackdTerms, { key: 2, publicKey: 'key', amount: 8950 }),
  ])
  expect(html).toBe(
    '<backd-pay-button class="wide">Checkout with BackdPay</backd-pay-button><backd-terms amount="8950" public-key="key"></backd-terms>',
  )
  expect(told).not.toHaveBeenCalled()
})
