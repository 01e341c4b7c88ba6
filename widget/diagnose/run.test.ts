import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { observe } from './observe/observe.ts'
import { run } from './run.ts'
import { backd, createSnapshot } from './testing/sample-snapshot.ts'

vi.mock('./observe/observe.ts', () => ({ observe: vi.fn() }))

beforeEach(() => {
  vi.mocked(observe).mockReset().mockResolvedValue(createSnapshot())
  for (const method of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const failure = (code: string) => ({ code, message: '', recoverable: false }) as never

test('what is found is given, and printed in one block', async () => {
  vi.mocked(observe).mockResolvedValue(createSnapshot({ merchant: 'unauthorized' }))
  const findings = await run(backd, { publicKey: 'k' })
  expect(findings.find(({ code }) => code === 'PUBLIC_KEY')).toMatchObject({ level: 'error' })
  expect(console.error).toHaveBeenCalledOnce()
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('error PUBLIC_KEY'))
  expect(observe).toHaveBeenCalledWith(backd, { publicKey: 'k' })
})

test.each([undefined, null, 'nonsense'])('options that are %o are none', async (options) => {
  expect(await run(backd, options as never)).toHaveLength(12)
})

test.each(['FRAME_UNREACHABLE', 'NETWORK_ERROR', 'INVALID_PUBLIC_KEY', 'ORIGIN_NOT_ALLOWED'])(
  'after %s it looks by itself',
  async (code) => {
    vi.stubGlobal('isSecureContext', true)
    await run(backd, {}, failure(code))
    expect(console.info).toHaveBeenCalledWith(expect.stringContaining(`after ${code}`))
  },
)

test.each(['INVALID_ORDER', 'INVALID_OPTIONS', 'CUSTOMER_DECLINED', 'TOTAL_EXCEEDS_LIMIT'])(
  'after %s, which is not the page’s, it says nothing',
  async (code) => {
    vi.stubGlobal('isSecureContext', true)
    expect(await run(backd, {}, failure(code))).toEqual([])
    expect(observe).not.toHaveBeenCalled()
  },
)

test('on a page that is not secure any failure may be the page’s', async () => {
  vi.stubGlobal('isSecureContext', false)
  expect(await run(backd, {}, failure('INVALID_OPTIONS'))).toHaveLength(12)
})
