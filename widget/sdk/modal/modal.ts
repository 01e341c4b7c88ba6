import { checkoutMessages, type Opening as HostOpening } from '@backd/contract/frame/messages.ts'
import { connectFrame, type HostLink } from '../../channel/host.ts'
import { createNonce } from '../../channel/protocol.ts'
import { type End, fail, type Opening } from '../attempt.ts'
import { openDialog } from './dialog.ts'

const ANSWER_MS = 8_000

/**
 * Shows the checkout in a dialog on the page, and hears from it how it ended.
 * @param key the merchant's public key. It decides whose pages may frame the document, which is the same for all orders
 * @param leave ends the attempt as closed by the customer
 */
export function openModal(
  signal: AbortSignal,
  end: End,
  leave: () => void,
  opening: Opening,
  origin: string,
  key: string,
): void {
  const nonce = createNonce()
  let link: HostLink | undefined
  /** Runs until the checkout shows its first screen. */
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    timer ??= setTimeout(
      fail,
      ANSWER_MS,
      end,
      'FRAME_UNREACHABLE',
      `${origin} could not be reached: check your CSP`,
    )
  }

  const show = openDialog(
    `${origin}/checkout/modal?${new URLSearchParams({ key })}#${nonce}`,
    signal,
    opening.appearance?.colorScheme,
    // Once it is shown the checkout decides: it may know more than we do, such as that all is done.
    () => (timer ? leave() : link?.postMessage({ type: 'host:close' })),
    leave,
    // Again when the frame reloads: the new document has to answer in time, too.
    (frame) => {
      link?.close()
      wait()
      link = connectFrame(frame, origin, nonce, ({ type, ...data }) => {
        if (type === 'checkout:shown') {
          timer = void clearTimeout(timer)
          show()
        } else end(checkoutMessages[type][0], data as never)
      })
      link.postMessage({ type: 'host:open', ...(opening as unknown as HostOpening) })
    },
  )
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    link?.close()
  })
  wait()
}
