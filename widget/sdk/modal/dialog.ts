import styles from './dialog.css?inline'

const NAME = 'BackdPay checkout'

/**
 * A modal dialog in a shadow root: the top layer knows no z-index, the rest of the page is inert, and neither side's
 * styles reach the other. Made of nodes and a constructed sheet alone, so that it passes the strictest
 * Content-Security-Policy and Trusted Types.
 * @param src the frame's document
 * @param signal aborting takes everything away and leaves the page as it was
 * @param colorScheme of the loading state and of what shows through the frame; anything but light or dark: the system's
 * @param onAskToClose Escape, the back gesture, or the loading state's own button
 * @param onClosed the browser closed the dialog (a second Escape in a row does not ask), or the page took it away
 * @returns uncovers the frame, for when its first screen is there
 */
export function openDialog(
  src: string,
  signal: AbortSignal,
  colorScheme: string | null | undefined,
  onAskToClose: () => void,
  onClosed: () => void,
  onLoad: (frame: Window) => void,
): () => void {
  const host = create('div')
  const cover = create('div')
  const frame = create('iframe', { title: NAME, src, onload: () => onLoad(frame.contentWindow as Window) })
  const dialog = create('dialog', {
    ariaLabel: NAME,
    onclose: onClosed,
    oncancel(event: Event) {
      event.preventDefault()
      onAskToClose()
    },
  })
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  const observer = new MutationObserver(() => host.isConnected || onClosed())

  cover.append('Loading', create('button', { textContent: 'Close checkout', onclick: onAskToClose }))
  dialog.append(cover, frame)
  // Any other word is a scheme as well to CSS, one that nobody has.
  if (/light|dark/.test(colorScheme as string)) dialog.style.colorScheme = colorScheme as string
  root.append(dialog)
  sheet.replaceSync(styles)
  for (const scope of [root, document]) scope.adoptedStyleSheets.push(sheet)
  signal.addEventListener('abort', () => {
    observer.disconnect()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    // Gives the focus back to what had it.
    dialog.close()
    host.remove()
  })
  document.body.append(host)
  observer.observe(document, { childList: true, subtree: true })
  dialog.showModal()

  return () => {
    cover.remove()
    frame.focus()
  }
}

const create = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties?: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] => Object.assign(document.createElement(tag), properties)
