import { describe, expect, test, vi } from 'vitest'
import { createCallbacks } from '../../testing/callbacks.ts'
import { begin, create, order, settle, showModal, src } from '../../testing/modal.ts'
import type { Opening } from '../attempt.ts'

describe('preloaded', () => {
  test('is a closed dialog, and the page keeps its styles and its scrolling', () => {
    const sheets = document.adoptedStyleSheets.length
    const { find, frame } = create(null)
    expect(showModal).not.toHaveBeenCalled()
    expect(find<HTMLDialogElement>('dialog').open).toBe(false)
    expect(frame.src).toContain(src)
    expect(document.adoptedStyleSheets).toHaveLength(sheets)
  })

  test('tells the checkout what is to come, and that nobody sees it', async () => {
    const { heard } = create(null).load()
    await settle()
    expect(heard).toEqual([{ type: 'host:open', hidden: true, order }])
  })

  test('is shown within the call, without a cover once it has shown itself, and tells the checkout so', async () => {
    const { attempt, load, find } = create(null, {})
    const { say, heard } = load()
    await say({ type: 'shown' })
    const { callbacks, calls } = createCallbacks()
    const opening = { order } as Opening
    expect(attempt.showFor?.(src, opening, callbacks)).toBe(true)
    expect(showModal).toHaveBeenCalledOnce()
    expect(find('button')).toBeNull()
    await settle()
    expect(heard.at(-1)).toEqual({ type: 'host:open', hidden: false, ...opening })
    await say({ type: 'onSuccess', backd_order_id: 'BO-1', merchant_order_id: 'M' })
    vi.advanceTimersByTime(0)
    expect(calls).toEqual([['onSuccess', { backd_order_id: 'BO-1', merchant_order_id: 'M' }]])
  })

  test('is covered again while it takes on a look that it was not given before', async () => {
    const { attempt, load, find } = create(null, {})
    const { say } = load()
    await say({ type: 'shown' })
    const opening = { order, appearance: { colorScheme: 'dark' } } as Opening
    attempt.showFor?.(src, opening, createCallbacks().callbacks)
    expect(find('button').textContent).toBe('Close checkout')
    expect(find('dialog').style.colorScheme).toBe('dark')
    await say({ type: 'shown' })
    expect(find('button')).toBeNull()
  })

  test('is shown while its document is still loading, with 8 s from then', () => {
    const { attempt } = create(null)
    vi.advanceTimersByTime(7_000)
    const { callbacks, calls } = createCallbacks()
    expect(attempt.showFor?.(src, { order }, callbacks)).toBe(true)
    vi.advanceTimersByTime(7_999)
    expect(calls).toEqual([])
    vi.advanceTimersByTime(2)
    expect(calls).toMatchObject([['onFail', { code: 'FRAME_UNREACHABLE' }]])
  })

  test('is shown before its frame is made, which then is told once, and that it is seen', () => {
    const attempt = begin(null)
    expect(attempt.showFor?.(src, { order, locale: 'es' }, createCallbacks().callbacks)).toBe(true)
    expect(showModal).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(0)
    const frames = document.body.lastElementChild?.shadowRoot?.querySelectorAll('iframe') ?? []
    expect(frames).toHaveLength(1)
    const postMessage = vi.fn()
    Object.defineProperty(frames[0], 'contentWindow', { value: { postMessage } })
    frames[0]?.dispatchEvent(new Event('load'))
    expect(postMessage).toHaveBeenCalledOnce()
  })

  test('does not fit another merchant’s key', () => {
    const { attempt } = create(null)
    expect(attempt.showFor?.(`${src}2`, { order }, createCallbacks().callbacks)).toBe(false)
    expect(showModal).not.toHaveBeenCalled()
  })

  test('does not fit a call where its document has loaded and is silent; preloading again goes on waiting', () => {
    const { attempt, load } = create(null)
    load()
    expect(attempt.showFor?.(src, { order }, createCallbacks().callbacks)).toBe(false)
    expect(showModal).not.toHaveBeenCalled()
    expect(attempt.showFor?.(src, { order }, null)).toBe(true)
  })

  test('that never answers is taken away after 8 s, without a word', () => {
    const { host, attempt } = create(null)
    vi.advanceTimersByTime(8_001)
    expect([host.isConnected, attempt.showFor]).toEqual([false, null])
    expect(console.error).not.toHaveBeenCalled()
  })

  test('is told more, once more is known, and waits for no second answer', async () => {
    const { attempt, load } = create(null, {})
    const { say, heard } = load()
    await say({ type: 'shown' })
    expect(attempt.showFor?.(src, { order }, null)).toBe(true)
    expect(attempt.showFor?.(src, { order }, createCallbacks().callbacks)).toBe(true)
    await settle()
    expect(heard).toEqual([
      { type: 'host:open', hidden: true },
      { type: 'host:open', hidden: true, order },
      { type: 'host:open', hidden: false, order },
    ])
  })

  test('that the page takes away, or leaves, is over', async () => {
    const removed = create(null)
    removed.host.remove()
    await settle()
    expect(removed.attempt.showFor).toBeNull()
    const left = create(null)
    dispatchEvent(new Event('pagehide'))
    expect([left.host.isConnected, left.attempt.showFor]).toEqual([false, null])
    vi.runAllTimers()
    expect(console.error).not.toHaveBeenCalled()
  })
})
