import { connectFrame, type HostLink } from '../../channel/host.ts'
import { createNonce } from '../../channel/protocol.ts'
import { type Attempt, type Callbacks, fail, type Opening } from '../attempt.ts'
import styles from './dialog.css?inline'

const NAME = 'BackdPay checkout'
const ANSWER_MS = 8_000

/**
 * The checkout in a modal dialog in a shadow root: the top layer knows no z-index, the rest of the page is inert, and neither
 * side's styles reach the other. Made of nodes and a constructed sheet alone, so that it passes the strictest
 * Content-Security-Policy and Trusted Types. Preloaded, it is a closed dialog, which nobody sees, hears or can focus (ADR 0029).
 *
 * One function, for the parts share much and every merchant's page loads them.
 * @param attempt gets `showFor` and `takeAway`; its end takes everything away and leaves the page as it was
 * @param src the checkout's document
 * @param first what is to be opened, and by whom
 */
export function createModal(
  attempt: Attempt,
  src: string,
  first: Opening,
  callbacks: Callbacks | null,
): void {
  const nonce = createNonce()
  let told: Opening | undefined
  let link: HostLink | undefined
  /** Runs until the checkout shows its first screen. */
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(
      fail,
      ANSWER_MS,
      attempt,
      'FRAME_UNREACHABLE',
      `${src} could not be reached: check frame-src`,
    )
  }
  const send = () => link?.postMessage({ type: 'host:open', hidden: !attempt.callbacks, ...told } as never)
  // Once it is shown the checkout decides: it may know more than we do, such as that all is done.
  const askToClose = () => (timer ? attempt.leave() : link?.postMessage({ type: 'host:close' }))

  const host = create('div')
  const cover = create('div')
  const frame = create('iframe', {
    src: `${src}#${nonce}`,
    title: NAME,
    // Again when the frame reloads: the new document has to answer in time, too.
    onload() {
      link?.close()
      timer ?? wait()
      link = connectFrame(frame.contentWindow as Window, src, nonce, ({ data: { type, ...data } }) => {
        if (type === 'shown') {
          timer = void clearTimeout(timer)
          cover.remove()
          frame.focus()
        } else if (/^on/.test(type)) attempt.conclude(type, data as never)
      })
      send()
    },
  })
  const dialog = create('dialog', {
    ariaLabel: NAME,
    // By the browser: a second Escape in a row does not ask.
    onclose: attempt.leave,
    oncancel(event: Event) {
      event.preventDefault()
      askToClose()
    },
  })
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  // The page took it away.
  const observer = new MutationObserver(() => host.isConnected || attempt.leave())

  cover.append('Loading', create('button', { textContent: 'Close checkout', onclick: askToClose }))
  // In a task of its own: making a frame of another site takes the browser as long as all else, and so the dialog may be painted first.
  setTimeout(() => dialog.append(frame))
  dialog.append(cover)
  root.append(dialog)
  sheet.replaceSync(styles)
  root.adoptedStyleSheets.push(sheet)
  wait()
  document.body.append(host)
  observer.observe(document, { childList: true, subtree: true })

  attempt.takeAway = () => {
    clearTimeout(timer)
    link?.close()
    observer.disconnect()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    // Gives the focus back to what had it.
    dialog.close()
    host.remove()
  }
  attempt.showFor = (wanted, opening, callbacks) => {
    // What has loaded and is silent may never answer: a call opens anew.
    const fits = src === wanted && !(callbacks && link && timer)
    if (fits) {
      // A look that it was not given yet comes with the next `shown`.
      if (!told?.appearance && opening.appearance) dialog.prepend(cover)
      told = opening
      attempt.callbacks = callbacks
      if (callbacks) {
        const scheme = opening.appearance?.colorScheme
        // Any other word is a scheme as well to CSS, one that nobody has.
        if (/light|dark/.test(scheme as string)) dialog.style.colorScheme = scheme as string
        document.adoptedStyleSheets.push(sheet)
        dialog.showModal()
        wait()
      }
      send()
    }
    return fits
  }
  attempt.showFor(src, first, callbacks)
}

const create = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties?: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] => Object.assign(document.createElement(tag), properties)
