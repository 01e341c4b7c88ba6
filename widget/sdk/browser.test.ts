import { afterEach, beforeEach, expect, test, vi } from 'vitest'

vi.mock('./initialize.ts', () => ({ initialize: vi.fn(() => ({ close() {} })) }))

/** Runs the script as a script element from `src` does. */
async function load(src: string) {
  vi.resetModules()
  const script = Object.assign(document.createElement('script'), { src })
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script)
  await import('./browser.ts')
}

beforeEach(() => {
  delete window.widgetBackd
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('the script offers window.widgetBackd.initializeWidget, with the checkout where the script came from', async () => {
  await load('http://localhost:4000/widget/v1/widget.js?x=1')
  const options = { order: {} } as never
  window.widgetBackd?.initializeWidget(options)
  const { initialize } = await import('./initialize.ts')
  expect(initialize).toHaveBeenLastCalledWith(options, 'http://localhost:4000', window.widgetBackd?.diagnose)
})

test('diagnose looks beside the script, and rejects with the address when nothing is there', async () => {
  await load('file:///nowhere/widget.js')
  await expect(window.widgetBackd?.diagnose()).rejects.toThrow('file:///nowhere/diagnose.js')
})

test('loaded twice, the first stays', async () => {
  await load('https://checkout.example/widget/v1/widget.js')
  const first = window.widgetBackd
  await load('https://other.example/widget/v1/widget.js')
  expect(window.widgetBackd).toBe(first)
})

test('loaded without opening anything', async () => {
  const before = document.documentElement.outerHTML
  await load('https://checkout.example/widget/v1/widget.js')
  expect(document.documentElement.outerHTML).toBe(before)
})
