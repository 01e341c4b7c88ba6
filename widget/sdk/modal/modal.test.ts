import type { CheckoutMessage } from '@backd/contract/frame/messages.ts'
import { describe, expect, test, vi } from 'vitest'
import {
  begin,
  closeDialog,
  closed,
  open,
  order,
  origin,
  settle,
  showModal,
  src,
} from '../../testing/modal.ts'

describe('the dialog', () => {
  test('is a modal one in a shadow root, and it and its frame are named', () => {
    const { find, frame } = open()
    expect(showModal).toHaveBeenCalledOnce()
    expect(find('dialog').ariaLabel).toBe('BackdPay checkout')
    expect(frame.title).toBe('BackdPay checkout')
  })

  test('stands within the call, and its frame follows in a task of its own, which a paint may precede', () => {
    begin({})
    const root = document.body.lastElementChild?.shadowRoot
    expect(showModal).toHaveBeenCalledOnce()
    expect(root?.querySelector('button')?.textContent).toBe('Close checkout')
    expect(root?.querySelector('iframe')).toBeNull()
    vi.advanceTimersByTime(0)
    expect(root?.querySelector('iframe')?.src).toContain(src)
  })

  test('that ends before its frame is made leaves none on the page', () => {
    const attempt = begin({})
    const host = document.body.lastElementChild as HTMLElement
    attempt.conclude()
    vi.runAllTimers()
    expect(host.isConnected).toBe(false)
    expect(document.querySelector('iframe')).toBeNull()
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([
    ['light', 'light'],
    ['dark', 'dark'],
    ['auto', ''],
    ['dark; color: red', ''],
    ['sepia', ''],
    [undefined, ''],
    [null, ''],
  ])(
    'given the colour scheme %s has "%s" for its own: what is no scheme leaves the system’s',
    (given, own) => {
      const { find } = open({ order, appearance: { colorScheme: given as 'dark' } })
      expect(find('dialog').style.colorScheme).toBe(own)
    },
  )

  test('grants its frame nothing and has no inline style, so that a strict policy passes', () => {
    const { host, root, frame } = open()
    expect(frame.getAttribute('allow')).toBeNull()
    expect(host.outerHTML + root.innerHTML).not.toMatch(/style/)
    expect(root.adoptedStyleSheets).toHaveLength(1)
  })

  test('has its own way out, before the frame, until the checkout is shown, which then has the focus', async () => {
    const { load, find, frame, root, ended } = open()
    const button = find<HTMLButtonElement>('button')
    expect(button.textContent).toBe('Close checkout')
    expect(button.compareDocumentPosition(frame)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    const { say } = load()
    await say({ type: 'shown' })
    expect(find('button')).toBeNull()
    expect(root.activeElement).toBe(frame)
    button.click()
    expect(await ended()).toEqual([])
  })

  test('does nothing on a click beside it', async () => {
    const { find, ended } = open()
    find('dialog').click()
    expect(await ended()).toEqual([])
  })
})

describe('the modal', () => {
  test('connects the frame when it has loaded, with a nonce that only its fragment carries, and sends the order', async () => {
    const { frame, load } = open()
    const url = new URL(frame.src)
    expect(url.href.replace(url.hash, '')).toBe(src)
    expect(url.hash).toMatch(/^#[\da-f-]{36}$/)
    const { connect, target, heard } = load()
    expect(connect.nonce).toBe(url.hash.slice(1))
    expect(new URL(target).origin).toBe(origin)
    await settle()
    expect(heard).toEqual([{ type: 'host:open', hidden: false, order }])
  })

  test('sends the locale and the appearance beside the order', async () => {
    const look = { locale: 'es', appearance: { accent: '#0d5c4b', colorScheme: 'dark' } } as const
    const { heard } = open({ order, ...look }).load()
    await settle()
    expect(heard).toEqual([{ type: 'host:open', hidden: false, order, ...look }])
  })

  test.each<[CheckoutMessage, string, object]>([
    [
      { type: 'onSuccess', backd_order_id: 'BO-1', merchant_order_id: 'M' },
      'onSuccess',
      { backd_order_id: 'BO-1', merchant_order_id: 'M' },
    ],
    [
      { type: 'onClose', message: 'Expired', code: 'CHECKOUT_EXPIRED' },
      'onClose',
      { message: 'Expired', code: 'CHECKOUT_EXPIRED' },
    ],
    [
      { type: 'onFail', message: 'No', code: 'TOTAL_EXCEEDS_LIMIT', recoverable: false },
      'onFail',
      { message: 'No', code: 'TOTAL_EXCEEDS_LIMIT', recoverable: false },
    ],
  ])('$type ends it with exactly its data, and nothing is left of it', async (message, name, data) => {
    const { load, host, ended } = open()
    const { say } = load()
    await say(message)
    expect(host.isConnected).toBe(false)
    await say({ type: 'onClose', message: 'Left', code: 'CUSTOMER_CLOSED' })
    expect(await ended()).toEqual([[name, data]])
  })
})

describe('asking to close', () => {
  const cancel = (dialog: HTMLElement) => {
    const event = new Event('cancel', { cancelable: true })
    dialog.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  }

  test('before the checkout is shown ends it here', async () => {
    const { load, find, ended } = open()
    const { heard } = load()
    cancel(find('dialog'))
    expect(await ended()).toEqual([['onClose', closed]])
    expect(heard).not.toContainEqual({ type: 'host:close' })
  })

  test('once it is shown asks the checkout, which decides', async () => {
    const { load, find, ended } = open()
    const { say, heard } = load()
    await say({ type: 'shown' })
    cancel(find('dialog'))
    expect(await ended()).toEqual([])
    expect(heard.at(-1)).toEqual({ type: 'host:close' })
  })

  test('a dialog that the browser closed all the same ends it', async () => {
    const { load, find, ended } = open()
    await load().say({ type: 'shown' })
    find('dialog').dispatchEvent(new Event('close'))
    expect(await ended()).toEqual([['onClose', closed]])
  })
})

describe('a checkout that does not answer', () => {
  const unreachable = {
    code: 'FRAME_UNREACHABLE',
    message: expect.stringContaining(origin),
    recoverable: true,
  }

  test('within 8 s reaches onFail as FRAME_UNREACHABLE, once, naming its address', () => {
    const { load, calls } = open()
    load()
    vi.advanceTimersByTime(7_999)
    expect(calls).toEqual([])
    vi.advanceTimersByTime(60_000)
    expect(calls).toEqual([['onFail', unreachable]])
  })

  test('whose frame never loads fails in the same time', () => {
    const { calls } = open()
    vi.advanceTimersByTime(8_001)
    expect(calls).toEqual([['onFail', unreachable]])
  })

  test('is not one that has shown itself', async () => {
    const { load, calls } = open()
    await load().say({ type: 'shown' })
    vi.advanceTimersByTime(60_000)
    expect(calls).toEqual([])
  })

  test('leaves no timer behind when the attempt ends before', () => {
    open().attempt.conclude()
    vi.runAllTimers()
    expect(vi.getTimerCount()).toBe(0)
    expect(console.error).not.toHaveBeenCalled()
  })
})

describe('a frame that reloads', () => {
  test('is connected and told again, and no longer heard over its former port', async () => {
    const { load, ended } = open()
    const former = load()
    await former.say({ type: 'shown' })
    const { heard } = load()
    await former.say({ type: 'onClose', message: 'Left', code: 'CUSTOMER_CLOSED' })
    expect(heard).toEqual([{ type: 'host:open', hidden: false, order }])
    expect(await ended()).toEqual([])
  })

  test('has to show itself within 8 s again', async () => {
    const { load, calls } = open()
    await load().say({ type: 'shown' })
    vi.advanceTimersByTime(60_000)
    load()
    vi.advanceTimersByTime(8_001)
    expect(calls).toMatchObject([['onFail', { code: 'FRAME_UNREACHABLE' }]])
  })
})

describe('taking it away', () => {
  test('leaves the document as it was, sheets of the page included', () => {
    const theirs = new CSSStyleSheet()
    document.adoptedStyleSheets = [theirs]
    document.documentElement.setAttribute('style', 'overflow: scroll')
    const before = document.documentElement.outerHTML
    const { attempt } = open()
    expect(document.adoptedStyleSheets).toHaveLength(2)
    const later = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, later]
    attempt.conclude()
    expect(document.documentElement.outerHTML).toBe(before)
    expect([...document.adoptedStyleSheets]).toEqual([theirs, later])
    // The focus goes back by it.
    expect(closeDialog).toHaveBeenCalledOnce()
  })

  test('by the page is noticed, also when what goes is around it', async () => {
    const { host, ended } = open()
    host.remove()
    expect(await ended()).toEqual([['onClose', closed]])
    const again = open()
    document.body.replaceWith(document.createElement('body'))
    expect(await again.ended()).toEqual([['onClose', closed]])
  })

  test('is not seen in other changes', async () => {
    const { ended } = open()
    document.body.append(document.createElement('p'))
    expect(await ended()).toEqual([])
  })
})

test('a message of another checkout than today’s ends nothing', async () => {
  const { load, host } = open()
  await load().say({ type: 'checkout:shown' } as never)
  expect(host.isConnected).toBe(true)
})
