import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { WidgetBackd } from './types.ts'

// jsdom loads no scripts: a test says itself how one ends.
const ORIGIN = 'https://pay.example'
const SRC = `${ORIGIN}/widget/v1/widget.js`
const backd = { initializeWidget: () => ({ close() {} }), diagnose: async () => {} } as unknown as WidgetBackd

let loadWidget: typeof import('./load-widget.ts').loadWidget
beforeEach(async () => {
  vi.resetModules()
  document.head.replaceChildren()
  delete window.widgetBackd
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('complete')
  ;({ loadWidget } = await import('./load-widget.ts'))
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const tags = () => [...document.scripts]
const only = () => tags()[0] as HTMLScriptElement

function come(tag = only()): void {
  window.widgetBackd ??= backd
  tag.dispatchEvent(new Event('load'))
}

function addTag(src: string): HTMLScriptElement {
  const tag = Object.assign(document.createElement('script'), { src })
  document.head.append(tag)
  return tag
}

describe('the script', () => {
  test('is loaded by one tag, however often it is asked for, and all hear of it', async () => {
    const first = loadWidget({ origin: ORIGIN })
    const second = loadWidget({ origin: `${ORIGIN}/shop` })
    expect(second).toBe(first)
    expect(tags().map(({ src, async }) => [src, async])).toEqual([[SRC, true]])
    come()
    expect(await first).toBe(backd)
    expect(loadWidget({ origin: ORIGIN })).toBe(first)
    expect(tags()).toHaveLength(1)
  })

  test.each([
    [{}, 'https://checkout.backd.com/widget/v1/widget.js'],
    [{ environment: 'sandbox' as const }, 'https://sandbox.checkout.backd.com/widget/v1/widget.js'],
    [{ origin: 'http://localhost:4000', version: '1.4.0' }, 'http://localhost:4000/widget/1.4.0/widget.js'],
  ])('of %j is at %s', async (options, src) => {
    const script = loadWidget(options)
    expect(only().src).toBe(src)
    come()
    await script
  })

  test('carries the nonce, and the hash with what the browser needs to judge it', () => {
    void loadWidget({ origin: ORIGIN, version: '1.4.0', integrity: 'sha384-abc', nonce: 'c3VyZQ==' })
    expect(only()).toMatchObject({ integrity: 'sha384-abc', crossOrigin: 'anonymous', nonce: 'c3VyZQ==' })
  })

  test('without a hash asks for no CORS', () => {
    void loadWidget({ origin: ORIGIN })
    expect([only().getAttribute('crossorigin'), only().getAttribute('integrity')]).toEqual([null, null])
  })
})

describe('a failure', () => {
  test.each([
    [{}, /could not be loaded: check the network, that script-src .* allows https:\/\/pay\.example$/],
    [
      { version: '1.4.0', integrity: 'sha384-abc' },
      /and that integrity is its hash in https:\/\/pay\.example\/widget\/manifest\.json$/,
    ],
  ])('with %j says what to check, takes the tag away, and the next call tries again', async (more, words) => {
    const first = loadWidget({ origin: ORIGIN, ...more })
    only().dispatchEvent(new Event('error'))
    await expect(first).rejects.toThrow(words)
    await expect(first).rejects.toBeInstanceOf(Error)
    expect(tags()).toEqual([])

    const second = loadWidget({ origin: ORIGIN, ...more })
    come()
    expect(await second).toBe(backd)
  })

  test('is what comes, but puts nothing on the window', async () => {
    const script = loadWidget({ origin: ORIGIN })
    only().dispatchEvent(new Event('load'))
    await expect(script).rejects.toThrow(`${SRC} came, but is not Backd’s script`)
  })

  test('is what does not come within 8 seconds; what comes after all is there for the next call', async () => {
    vi.useFakeTimers()
    const script = loadWidget({ origin: ORIGIN })
    const tag = only()
    const seen = expect(script).rejects.toThrow('did not come within 8 seconds')
    await vi.advanceTimersByTimeAsync(8_000)
    await seen
    come(tag)
    expect(await loadWidget({ origin: ORIGIN })).toBe(backd)
    expect(tags()).toEqual([])
  })
})

describe('a page that has the script', () => {
  test('already gives it as it is', async () => {
    addTag(`${ORIGIN}/widget/1.4.0/widget.js`)
    window.widgetBackd = backd
    expect(await loadWidget({ origin: ORIGIN })).toBe(backd)
    expect(tags()).toHaveLength(1)
  })

  test('on its way is waited for', async () => {
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    const theirs = addTag(SRC)
    const script = loadWidget({ origin: ORIGIN })
    expect(tags()).toEqual([theirs])
    come(theirs)
    expect(await script).toBe(backd)
  })

  test.each(['its tag', 'the page, since the tag had failed before'])(
    'that failed, as told by %s, is given another',
    async (teller) => {
      vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
      const theirs = addTag(SRC)
      const script = loadWidget({ origin: ORIGIN })
      const told = teller === 'its tag' ? theirs : window
      told.dispatchEvent(new Event(told === window ? 'load' : 'error'))
      await vi.waitFor(() => expect(tags()).toHaveLength(2))
      come(tags()[1])
      expect(await script).toBe(backd)
      expect(theirs.isConnected).toBe(true)
    },
  )

  test('that was its tag’s until late in the wait leaves the second tag the rest of 8 seconds', async () => {
    vi.useFakeTimers()
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    const theirs = addTag(SRC)
    const script = loadWidget({ origin: ORIGIN })
    const seen = expect(script).rejects.toThrow('did not come within 8 seconds')
    await vi.advanceTimersByTimeAsync(7_000)
    theirs.dispatchEvent(new Event('error'))
    await vi.advanceTimersByTimeAsync(999)
    expect(tags()).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(tags()).toEqual([theirs])
    await seen
  })

  test('of another origin is told that it can have but one', async () => {
    addTag('https://other.example/widget/v1/widget.js')
    await expect(loadWidget({ origin: ORIGIN })).rejects.toThrow(
      /beside https:\/\/other\.example\/widget\/v1\/widget\.js/,
    )
    document.head.replaceChildren()
    void loadWidget({ origin: ORIGIN })
    await expect(loadWidget({ environment: 'sandbox' })).rejects.toThrow(
      'beside the script of https://pay.example',
    )
    expect(tags()).toHaveLength(1)
  })
})

describe('a version that is asked for', () => {
  const pinned = { origin: ORIGIN, version: '1.4.0', integrity: 'sha384-abc' }
  const PINNED = `${ORIGIN}/widget/1.4.0/widget.js`

  test.each([
    ['the moving script', SRC, {}, "can't be had beside"],
    [
      'another version',
      `${ORIGIN}/widget/1.3.0/widget.js`,
      { integrity: 'sha384-abc' },
      "can't be had beside",
    ],
    ['that version without a hash', PINNED, {}, 'without the integrity that was asked for'],
    ['that version under another hash', PINNED, { integrity: 'sha384-xyz' }, 'without the integrity'],
  ])('is not given where the page has %s, there or on its way', async (_, src, more, words) => {
    const tag = Object.assign(addTag(src), more)
    await expect(loadWidget(pinned)).rejects.toThrow(words)
    window.widgetBackd = backd
    await expect(loadWidget(pinned)).rejects.toThrow(words)
    expect(tags()).toEqual([tag])
  })

  test('is given where the page has that very tag', async () => {
    Object.assign(addTag(PINNED), { integrity: 'sha384-abc' })
    window.widgetBackd = backd
    expect(await loadWidget(pinned)).toBe(backd)
    expect(await loadWidget({ origin: ORIGIN, version: '1.4.0' })).toBe(backd)
  })

  test('is not given in place of what an earlier call took, and a call that asks for none takes what is there', async () => {
    const first = loadWidget({ origin: ORIGIN })
    await expect(loadWidget(pinned)).rejects.toThrow("can't be had beside")
    come()
    expect(await first).toBe(backd)
    await expect(loadWidget(pinned)).rejects.toThrow("can't be had beside")
    expect(await loadWidget({ origin: ORIGIN })).toBe(backd)
    expect(tags()).toHaveLength(1)
  })

  test('is not given when the moving script, late in an earlier call, may come yet', async () => {
    vi.useFakeTimers()
    const first = loadWidget({ origin: ORIGIN })
    const seen = expect(first).rejects.toThrow('did not come')
    await vi.advanceTimersByTimeAsync(8_000)
    await seen
    expect(tags()).toEqual([])
    await expect(loadWidget(pinned)).rejects.toThrow("can't be had beside")
  })

  test('is not given when another came while it was on its way', async () => {
    const script = loadWidget(pinned)
    const tag = only()
    addTag(SRC)
    come(tag)
    await expect(script).rejects.toThrow(`can't be had beside ${SRC}`)
  })

  test('is not given when no tag says what the page has', async () => {
    window.widgetBackd = backd
    await expect(loadWidget(pinned)).rejects.toThrow('no tag says which version it is')
    expect(await loadWidget({ origin: ORIGIN })).toBe(backd)
  })

  test('is known once it came, even when its tag is taken out of the page', async () => {
    const first = loadWidget(pinned)
    come()
    expect(await first).toBe(backd)
    document.head.replaceChildren()
    expect(await loadWidget(pinned)).toBe(backd)
    await expect(loadWidget({ ...pinned, integrity: 'sha384-xyz' })).rejects.toThrow('without the integrity')
  })
})

describe('options that can’t be are named', () => {
  test.each([
    [{ origin: 'http://pay.example' }, 'origin must be an absolute https URL'],
    [{ origin: 'javascript:alert(1)' }, 'origin must be an absolute https URL'],
    [{ origin: null }, 'origin must be an absolute https URL'],
    [{ environment: 'sanbox' }, 'environment must be "sandbox" or "production"'],
    [{ version: 'latest' }, 'version must be a released one'],
    [{ version: '../v1' }, 'version must be a released one'],
    [{ integrity: 'sha384-abc' }, 'integrity needs a version'],
  ])('%j: %s', async (options, words) => {
    await expect(loadWidget(options as never)).rejects.toThrow(words)
    expect(tags()).toEqual([])
  })
})

describe('under Trusted Types', () => {
  test('the address passes a policy of the name "backd", which is made once', async () => {
    const createPolicy = vi.fn((_: string, rules: { createScriptURL(url: string): string }) => rules)
    vi.stubGlobal('trustedTypes', { createPolicy })
    const first = loadWidget({ origin: ORIGIN })
    only().dispatchEvent(new Event('error'))
    await expect(first).rejects.toThrow()
    void loadWidget({ origin: ORIGIN })
    expect(only().src).toBe(SRC)
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['backd'])
  })

  test('that allow no such policy and no plain address, the Error says what to add', async () => {
    const refuse = () => {
      throw new TypeError('refused')
    }
    vi.stubGlobal('trustedTypes', { createPolicy: refuse })
    vi.spyOn(HTMLScriptElement.prototype, 'src', 'set').mockImplementation(refuse)
    await expect(loadWidget({ origin: ORIGIN })).rejects.toThrow('add "trusted-types backd"')
  })
})
