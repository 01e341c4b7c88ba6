// @vitest-environment node
import { seedOrder } from '@backd/contract/examples.ts'
import { expect, test, vi } from 'vitest'

test('importing the package on a server needs no DOM, changes nothing and offers what its users know', async () => {
  expect('document' in globalThis).toBe(false)
  const before = Object.getOwnPropertyNames(globalThis)
  const widget = await import('./index.ts')
  expect(Object.keys(widget).sort()).toEqual(['diagnose', 'initializeWidget', 'loadWidget', 'preload'])
  expect(Object.getOwnPropertyNames(globalThis)).toEqual(before)
})

test('loading the script on a server is refused in words, and the next call is not held to it', async () => {
  const { loadWidget } = await import('./index.ts')
  for (const _ of [1, 2]) {
    await expect(loadWidget({ environment: 'sandbox' })).rejects.toThrow(
      'loadWidget needs a browser: call it in an effect or a click handler, not on a server',
    )
  }
})

test('an environment that does not exist reaches onFail before the order is looked at', async () => {
  vi.stubGlobal('window', { addEventListener() {}, removeEventListener() {} })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { initializeWidget } = await import('./index.ts')
  const onFail = vi.fn()
  const options = { order: seedOrder, onSuccess() {}, onClose() {}, onFail, environment: 'sanbox' }
  initializeWidget(options as never)
  await vi.waitFor(() => expect(onFail).toHaveBeenCalledOnce())
  expect(onFail.mock.calls[0]?.[0]).toMatchObject({ code: 'INVALID_OPTIONS', recoverable: false })
  vi.unstubAllGlobals()
})

test('diagnose says what is wrong with an environment that does not exist, and never rejects', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { diagnose } = await import('./index.ts')
  expect(await diagnose({ environment: 'sanbox' } as never)).toMatchObject([
    { code: 'SCRIPT_ORIGIN', level: 'error', change: expect.stringContaining("'sandbox'") },
  ])
  expect(console.error).toHaveBeenCalledOnce()
})
