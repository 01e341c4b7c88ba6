import { findByRole, queryByRole } from '@testing-library/dom'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defineElements } from './index.ts'

const plans = [
  { id: 'm12', name: '12 monthly', payments: 12, interval: { unit: 'month', count: 1 }, fee_bps: 850 },
]
const answer = (status = 200, data: unknown = { plans }) =>
  new Response(JSON.stringify({ data, message: 'Why not.' }), { status })
const fetched = vi.fn<(url: string) => Promise<Response>>()

// jsdom has neither the top layer nor form-associated elements; the journeys try what a browser does with them.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true
}
HTMLDialogElement.prototype.close = function () {
  this.open = false
}

beforeEach(() => {
  fetched.mockReset().mockImplementation(async () => answer())
  vi.stubGlobal('fetch', fetched)
  defineElements({ origin: 'https://backd.example' })
})
afterEach(() => {
  document.body.replaceChildren()
  document.documentElement.removeAttribute('lang')
  vi.unstubAllGlobals()
})

let keys = 0
/** Under a key of its own: what one asked for is kept for the others of the page. */
function add(attributes: Record<string, string> = {}, tag = 'backd-terms') {
  const element = document.createElement(tag)
  const own = tag === 'backd-terms' ? { 'public-key': `key-${keys++}`, ...attributes } : attributes
  for (const [name, value] of Object.entries(own)) element.setAttribute(name, value)
  document.body.append(element)
  return { element, inside: element.shadowRoot as unknown as HTMLElement }
}
const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('backd-terms', () => {
  test('says the lowest payment, and follows the amount', async () => {
    const { element, inside } = add({ amount: '8950.00' })
    await vi.waitFor(() => expect(inside.textContent).toContain('As low as $809.23 / month with BackdPay'))
    element.setAttribute('amount', '100')
    await vi.waitFor(() => expect(inside.textContent).toContain('As low as $9.05 / month'))
    expect(fetched).toHaveBeenCalledOnce()
    expect(fetched.mock.lastCall?.[0]).toMatch(
      /^https:\/\/backd\.example\/checkout\/api\/plans\?public_api_key=key-/,
    )
  })

  test('explains each plan in a dialog with a name', async () => {
    const { inside } = add({ amount: '8950' })
    const opener = await findByRole(inside, 'button', { name: 'How it works' })
    opener.click()
    const dialog = await findByRole(inside, 'dialog', { name: 'How BackdPay works' })
    expect(dialog.textContent).toContain('12 payments of about $809.23, monthly')
    const close = await findByRole(dialog, 'button', { name: 'Close' })
    close.click()
    expect(queryByRole(inside, 'dialog')).toBeNull()
  })

  test.each([
    ['no amount', {}],
    ['a text', { amount: 'x' }],
    ['nothing', { amount: '0' }],
    ['no key', { 'public-key': '' }],
  ])('given %s shows nothing and asks nobody', async (_title, attributes) => {
    const { element, inside } = add(attributes)
    await settle()
    expect([inside.textContent, element.hasAttribute('data-ready')]).toEqual(['', false])
    expect(fetched).not.toHaveBeenCalled()
  })

  test('shows nothing when Backd refuses, says why in the console, and asks again next time', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {})
    fetched.mockImplementationOnce(async () => answer(403, null))
    const { element, inside } = add({ amount: '5' })
    await vi.waitFor(() =>
      expect(told).toHaveBeenCalledWith('BackdPay', 'backd-terms', new Error('Why not.')),
    )
    expect(inside.textContent).toBe('')
    element.setAttribute('amount', '8950')
    await vi.waitFor(() => expect(inside.textContent).toContain('$809.23'))
    told.mockRestore()
  })
})

describe('backd-terms in Spanish', () => {
  const spanish = 'Desde $809.23 al mes con BackdPay'

  test('speaks as its attribute says, and again when that changes', async () => {
    const { element, inside } = add({ amount: '8950', locale: 'es' })
    await vi.waitFor(() => expect(inside.textContent).toContain(spanish))
    element.setAttribute('locale', 'en')
    await vi.waitFor(() => expect(inside.textContent).toContain('As low as $809.23 / month'))
    element.removeAttribute('locale')
    document.documentElement.lang = 'es'
    await vi.waitFor(() => expect(inside.textContent).toContain(spanish))
  })

  test('has a dialog in Spanish, and says so to screen readers', async () => {
    const { inside } = add({ amount: '8950', locale: 'es' })
    const opener = await findByRole(inside, 'button', { name: 'Cómo funciona' })
    opener.click()
    const dialog = await findByRole(inside, 'dialog', { name: 'Cómo funciona BackdPay' })
    expect(dialog.textContent).toContain('12 pagos de aprox. $809.23, cada mes')
    expect([...inside.querySelectorAll('[lang]')].map(({ outerHTML }) => outerHTML.slice(0, 35))).toEqual([
      expect.stringContaining('<bdi lang="es-US" dir="ltr">'),
      expect.stringContaining('<dialog lang="es-US" dir="ltr"'),
    ])
    const close = await findByRole(dialog, 'button', { name: 'Cerrar' })
    close.click()
    expect(queryByRole(inside, 'dialog')).toBeNull()
  })

  test('keeps an open dialog while another part of the page changes its language', async () => {
    const { element, inside } = add({ amount: '8950', locale: 'es' })
    const opener = await findByRole(inside, 'button', { name: 'Cómo funciona' })
    opener.click()
    const dialog = await findByRole(inside, 'dialog')
    document.documentElement.lang = 'en'
    await settle()
    expect(inside.contains(dialog)).toBe(true)
    element.setAttribute('locale', 'en')
    await vi.waitFor(() => expect(inside.contains(dialog)).toBe(false))
  })

  test('is no longer asked once it is taken away, and speaks anew where it is put', async () => {
    const { element, inside } = add({ amount: '8950' })
    await vi.waitFor(() => expect(inside.textContent).toContain('As low as'))
    element.remove()
    document.documentElement.lang = 'es'
    await settle()
    expect(inside.textContent).toContain('As low as')
    document.body.append(element)
    await vi.waitFor(() => expect(inside.textContent).toContain(spanish))
  })
})

describe('backd-pay-button', () => {
  test('is a button with BackdPay’s words, or others', async () => {
    const { inside } = add({}, 'backd-pay-button')
    expect(await findByRole(inside, 'button', { name: 'Checkout with BackdPay' })).toBeTruthy()
  })

  test('has its words in the language of its attribute, or else of the page, as that changes', async () => {
    const { element, inside } = add({ locale: 'es-MX' }, 'backd-pay-button')
    const label = inside.querySelector('slot') as HTMLSlotElement
    expect([label.textContent, label.lang, label.dir]).toEqual(['Pagar con BackdPay', 'es-MX', 'ltr'])
    element.removeAttribute('locale')
    expect([label.textContent, label.lang]).toEqual(['Checkout with BackdPay', 'en-US'])
    document.documentElement.lang = 'es'
    await vi.waitFor(() => expect(label.textContent).toBe('Pagar con BackdPay'))
  })

  test('is pressed, unless it is disabled or busy', () => {
    const { element, inside } = add({}, 'backd-pay-button')
    const pressed = vi.fn()
    element.addEventListener('click', pressed)
    const button = inside.querySelector('button') as HTMLButtonElement
    button.click()
    expect(pressed).toHaveBeenCalledOnce()
    for (const state of ['disabled', 'busy']) {
      element.setAttribute(state, '')
      button.click()
      element.click()
      element.removeAttribute(state)
    }
    expect(pressed).toHaveBeenCalledOnce()
    element.setAttribute('busy', '')
    expect([button.ariaBusy, button.ariaDisabled, button.disabled]).toEqual(['true', 'true', false])
  })
})

describe('backd-pay-button with a public key', () => {
  const preload = vi.fn()
  beforeEach(() => {
    preload.mockReset()
    window.widgetBackd = { preload } as never
  })
  afterEach(() => {
    delete window.widgetBackd
  })
  const point = (element: HTMLElement) => element.dispatchEvent(new Event('pointerenter'))

  test('loads the checkout when it is pointed at or focused', () => {
    const { element, inside } = add({ 'public-key': 'the-key' }, 'backd-pay-button')
    expect(preload).not.toHaveBeenCalled()
    point(element)
    expect(preload).toHaveBeenLastCalledWith({
      publicKey: 'the-key',
      checkoutOrigin: 'https://backd.example',
      locale: null,
    })
    element.setAttribute('locale', 'es')
    point(element)
    expect(preload).toHaveBeenLastCalledWith(expect.objectContaining({ locale: 'es' }))
    inside.querySelector('button')?.dispatchEvent(new Event('focusin', { bubbles: true, composed: true }))
    expect(preload).toHaveBeenCalledTimes(3)
  })

  test('loads nothing without a key, while it is disabled or busy, or where there is no SDK', () => {
    point(add({}, 'backd-pay-button').element)
    const { element } = add({ 'public-key': 'the-key', disabled: '' }, 'backd-pay-button')
    point(element)
    element.removeAttribute('disabled')
    element.setAttribute('busy', '')
    point(element)
    element.removeAttribute('busy')
    expect(preload).not.toHaveBeenCalled()
    delete window.widgetBackd
    expect(() => point(element)).not.toThrow()
  })
})

test('defining them twice keeps the first, and does nothing on a server', () => {
  const first = customElements.get('backd-terms')
  defineElements({ origin: 'https://other.example' })
  expect(customElements.get('backd-terms')).toBe(first)
  vi.stubGlobal('customElements', undefined)
  expect(() => defineElements({ origin: 'https://other.example' })).not.toThrow()
})
