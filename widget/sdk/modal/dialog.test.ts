import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDialog } from './dialog.ts'

// jsdom has no top layer; the journeys in e2e try what a browser does with these.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
    this.open = true
  })
  HTMLDialogElement.prototype.close = vi.fn(function (this: HTMLDialogElement) {
    this.open = false
    queueMicrotask(() => this.dispatchEvent(new Event('close')))
  })
})

let controller: AbortController
afterEach(() => controller.abort())

function open(colorScheme?: string | null) {
  controller = new AbortController()
  const onAskToClose = vi.fn()
  const onClosed = vi.fn()
  const onLoad = vi.fn()
  const show = openDialog('about:blank#nonce', controller.signal, colorScheme, onAskToClose, onClosed, onLoad)
  const host = document.body.lastElementChild as HTMLElement
  const root = host.shadowRoot as ShadowRoot
  const find = (selector: string) => root.querySelector<HTMLElement>(selector) as HTMLElement
  return { show, host, root, find, onAskToClose, onClosed, onLoad, abort: () => controller.abort() }
}

describe('the dialog', () => {
  test('is a modal one in a shadow root, and it and its frame are named', () => {
    const { find } = open()
    expect(HTMLDialogElement.prototype.showModal).toHaveBeenCalledOnce()
    expect(find('dialog').ariaLabel).toBe('BackdPay checkout')
    expect(find('iframe')).toMatchObject({ title: 'BackdPay checkout', src: 'about:blank#nonce' })
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
      expect(open(given).find('dialog').style.colorScheme).toBe(own)
    },
  )

  test('grants its frame nothing and has no inline style, so that a strict policy passes', () => {
    const { host, root, find } = open()
    expect(find('iframe').getAttribute('allow')).toBeNull()
    expect(host.outerHTML + root.innerHTML).not.toMatch(/style/)
    expect(root.adoptedStyleSheets).toHaveLength(1)
  })

  test('has its own way out, before the frame, until the frame is shown', () => {
    const { show, find, onAskToClose } = open()
    const button = find('button')
    expect(button.textContent).toBe('Close checkout')
    expect(button.compareDocumentPosition(find('iframe'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    button.click()
    expect(onAskToClose).toHaveBeenCalledOnce()
    show()
    expect(find('button')).toBeNull()
  })

  test('gives the focus to the frame when it is shown', () => {
    const { show, root, find } = open()
    show()
    expect(root.activeElement).toBe(find('iframe'))
  })

  test('does not close on Escape but asks', () => {
    const { find, onAskToClose, onClosed } = open()
    const cancel = new Event('cancel', { cancelable: true })
    find('dialog').dispatchEvent(cancel)
    expect(cancel.defaultPrevented).toBe(true)
    expect(onAskToClose).toHaveBeenCalledOnce()
    expect(onClosed).not.toHaveBeenCalled()
  })

  test('says so when the browser closes it all the same', () => {
    const { find, onClosed } = open()
    find('dialog').dispatchEvent(new Event('close'))
    expect(onClosed).toHaveBeenCalledOnce()
  })

  test('does nothing on a click beside it', () => {
    const { find, onAskToClose, onClosed } = open()
    find('dialog').click()
    expect([onAskToClose, onClosed].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
  })

  test('tells each load of the frame', () => {
    const { find, onLoad } = open()
    onLoad.mockClear()
    find('iframe').dispatchEvent(new Event('load'))
    find('iframe').dispatchEvent(new Event('load'))
    expect(onLoad).toHaveBeenCalledTimes(2)
  })
})

describe('taking it away', () => {
  test('leaves the document as it was, sheets of the page included', () => {
    const theirs = new CSSStyleSheet()
    document.adoptedStyleSheets = [theirs]
    document.documentElement.setAttribute('style', 'overflow: scroll')
    const before = document.documentElement.outerHTML
    const { abort } = open()
    expect(document.adoptedStyleSheets).toHaveLength(2)
    const later = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, later]
    abort()
    expect(document.documentElement.outerHTML).toBe(before)
    expect([...document.adoptedStyleSheets]).toEqual([theirs, later])
  })

  test('closes the dialog first, which gives the focus back', () => {
    const { abort } = open()
    abort()
    expect(HTMLDialogElement.prototype.close).toHaveBeenCalledOnce()
  })
})

describe('a page that removes it', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve))

  test('is noticed', async () => {
    const { host, onClosed } = open()
    host.remove()
    await settle()
    expect(onClosed).toHaveBeenCalled()
  })

  test('is noticed when what goes is around it', async () => {
    const { onClosed } = open()
    const body = document.body
    body.replaceWith(document.createElement('body'))
    await settle()
    expect(onClosed).toHaveBeenCalled()
  })

  test('is not seen in other changes, nor after the end', async () => {
    const { onClosed, abort } = open()
    document.body.append(document.createElement('p'))
    await settle()
    expect(onClosed).not.toHaveBeenCalled()
    abort()
    // The dialog's own `close` event, which comes when the attempt is over.
    await settle()
    onClosed.mockClear()
    document.body.append(document.createElement('p'))
    await settle()
    expect(onClosed).not.toHaveBeenCalled()
  })
})
