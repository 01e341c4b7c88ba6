import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import type { FunctionComponent } from 'preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LaterPanel } from './later-panel.tsx'
import { LaterScreen } from './later-screen.tsx'
import { createPart, PART_TIMEOUT_MS } from './part.ts'

afterEach(cleanup)

interface ViewProps {
  name: string
  onLeave?: (() => void) | undefined
}
const View = ({ name }: ViewProps) => <h1>Hello {name}</h1>
const title = () => screen.getByRole('heading', { level: 1 }).textContent
const wait = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)))

describe('a screen that is loaded later', () => {
  it('shows its places until it is there', async () => {
    const part = createPart(async () => View)
    render(<LaterScreen part={part} props={{ name: 'Joe', onLeave: undefined }} />)
    expect(title()).toBe('Loading your order')
    await wait()
    expect(title()).toBe('Hello Joe')
  })

  it('is there at once when it was fetched before, and is fetched once', async () => {
    const fetchPart = vi.fn(async () => View)
    const part = createPart(fetchPart)
    await Promise.all([part.load(), part.load()])
    render(<LaterScreen part={part} props={{ name: 'Joe', onLeave: undefined }} />)
    expect(title()).toBe('Hello Joe')
    expect(fetchPart).toHaveBeenCalledTimes(1)
  })

  it('that could not be fetched says so, and comes when it is tried again', async () => {
    const fetchPart = vi.fn(async () => View).mockRejectedValueOnce(new Error('offline'))
    render(<LaterScreen part={createPart(fetchPart)} props={{ name: 'Joe', onLeave: undefined }} />)
    await wait()
    expect(title()).toBe('We could not reach BackdPay')
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await wait()
    expect(title()).toBe('Hello Joe')
  })

  it('that fails twice can be tried again and left', async () => {
    const onLeave = vi.fn()
    const part = createPart<FunctionComponent<ViewProps>>(() => Promise.reject(new Error('offline')))
    render(<LaterScreen part={part} props={{ name: 'Joe', onLeave }} />)
    await wait()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await wait()
    expect(title()).toBe('We could not reach BackdPay')
    fireEvent.click(screen.getByRole('button', { name: 'Back to shop' }))
    expect(onLeave).toHaveBeenCalledTimes(1)
  })

  it('that fails leads back to the step before, where there is one, and by the close button alone to the shop', async () => {
    const onBack = vi.fn()
    const onLeave = vi.fn()
    const part = createPart<FunctionComponent<ViewProps>>(() => Promise.reject(new Error('offline')))
    render(<LaterScreen part={part} props={{ name: 'Joe', onLeave }} onBack={onBack} />)
    await wait()
    expect(screen.queryByRole('button', { name: 'Back to shop' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Back' }))
    expect([onBack.mock.calls.length, onLeave.mock.calls.length]).toEqual([1, 0])
    fireEvent.click(screen.getByRole('button', { name: 'Close checkout' }))
    expect([onBack.mock.calls.length, onLeave.mock.calls.length]).toEqual([1, 1])
  })
})

describe('a file that neither comes nor fails', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const outcomeOf = (loading: Promise<unknown>) =>
    loading.then(
      () => 'came',
      () => 'failed',
    )

  it('counts as not coming after a while, and is asked for anew', async () => {
    const fetchPart = vi.fn(async () => View).mockReturnValueOnce(new Promise(() => {}))
    const part = createPart(fetchPart)
    const first = outcomeOf(part.load())
    await vi.advanceTimersByTimeAsync(PART_TIMEOUT_MS - 1)
    const second = outcomeOf(part.load())
    expect(fetchPart).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect([await first, await second]).toEqual(['failed', 'failed'])
    expect(await part.load()).toBe(View)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('that comes after that is there all the same, and is not fetched again', async () => {
    const late = Promise.withResolvers<typeof View>()
    const fetchPart = vi.fn(() => late.promise)
    const part = createPart(fetchPart)
    const first = outcomeOf(part.load())
    await vi.advanceTimersByTimeAsync(PART_TIMEOUT_MS)
    expect(await first).toBe('failed')
    late.resolve(View)
    await vi.advanceTimersByTimeAsync(0)
    expect(part.loaded()).toBe(View)
    expect(await part.load()).toBe(View)
    expect(fetchPart).toHaveBeenCalledTimes(1)
  })

  it('that comes twice is the first that came: its state stays', async () => {
    const Again = ({ name }: ViewProps) => <h1>Again {name}</h1>
    const late = Promise.withResolvers<typeof View>()
    const part = createPart(vi.fn(async () => View).mockReturnValueOnce(late.promise))
    const first = outcomeOf(part.load())
    await vi.advanceTimersByTimeAsync(PART_TIMEOUT_MS)
    expect([await first, await part.load()]).toEqual(['failed', View])
    late.resolve(Again)
    await vi.advanceTimersByTimeAsync(0)
    expect(part.loaded()).toBe(View)
  })
})

describe('a panel that is loaded later', () => {
  it('comes when it is there', async () => {
    render(<LaterPanel part={createPart(async () => View)} props={{ name: 'Joe' }} />)
    expect(screen.queryByRole('heading')).toBeNull()
    await wait()
    expect(title()).toBe('Hello Joe')
  })

  it('that could not be fetched leaves its screen as it is', async () => {
    const part = createPart<FunctionComponent<ViewProps>>(() => Promise.reject(new Error('offline')))
    const { container } = render(<LaterPanel part={part} props={{ name: 'Joe' }} />)
    await wait()
    expect(container.textContent).toBe('')
  })
})

describe('what stands where a panel could not be fetched', () => {
  const instead = (state: string, retry: () => void) => (
    <button type="button" onClick={retry}>
      {state}
    </button>
  )

  it('stays while it is tried again, from another address, and gives way to the panel', async () => {
    let answer = (_view: typeof View) => {}
    const fetchPart = vi
      .fn(() => new Promise<typeof View>((resolve) => (answer = resolve)))
      .mockRejectedValueOnce(new Error('offline'))
    render(<LaterPanel part={createPart(fetchPart)} props={{ name: 'Joe' }} instead={instead} />)
    expect(screen.queryByRole('button')).toBeNull()
    await wait()
    const before = screen.getByRole('button', { name: 'failed' })
    expect(Reflect.get(globalThis, 'backdRetried')).toMatch(/^\?\d+$/)
    fireEvent.click(before)
    await wait()
    expect(screen.getByRole('button', { name: 'loading' })).toBe(before)
    answer(View)
    await wait()
    expect(title()).toBe('Hello Joe')
    expect(screen.queryByRole('button')).toBeNull()
  })
})
