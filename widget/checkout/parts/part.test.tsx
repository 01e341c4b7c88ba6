import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import type { FunctionComponent } from 'preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LaterPanel } from './later-panel.tsx'
import { LaterScreen } from './later-screen.tsx'
import { createPart } from './part.ts'

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
})

describe('a panel that is loaded later', () => {
  it('comes when it is there', async () => {
    render(<LaterPanel part={createPart(async () => View)} props={{ name: 'Joe' }} />)
    expect(screen.queryByRole('heading')).toBeNull()
    await wait()
    expect(title()).toBe('Hello Joe')
  })

  it('that is not there in time is done without, and says so', async () => {
    const onMissing = vi.fn()
    const part = createPart(async () => View)
    render(<LaterPanel part={part} props={{ name: 'Joe' }} onMissing={onMissing} />)
    await wait()
    expect(onMissing).toHaveBeenCalledTimes(1)
    render(<LaterPanel part={part} props={{ name: 'Ann' }} onMissing={onMissing} />)
    await wait()
    expect(onMissing).toHaveBeenCalledTimes(1)
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
