import type { HostMessage } from '@backd/contract/frame/messages.ts'
import { acceptHost, type FrameWindow, type HostLink } from '../../channel/frame.ts'
import type { Wishes } from '../flow/state.ts'
import type { HostHandlers, HostPort } from './host.ts'

/**
 * The merchant's page around the modal. Starts to accept its handshake at once, since it comes with the document's
 * `load`, before any effect has run; what arrives or is posted too early waits.
 * @param show called with how the page wants the checkout shown, before the order is handed over
 */
export function createFrameHost(
  window: FrameWindow,
  show: (wishes: Wishes) => void,
  signal = new AbortController().signal,
): HostPort {
  const early: HostMessage[] = []
  let take = (message: HostMessage): void => void early.push(message)

  let tellOpened = () => {}
  const opened = new Promise<void>((resolve) => {
    tellOpened = resolve
  })
  const onMessage = (message: HostMessage) => {
    if (message.type === 'host:open') {
      show(message)
      tellOpened()
    }
    take(message)
  }
  const link: Promise<HostLink> = acceptHost({ window, signal, onMessage })
  const post: HostPort['post'] = (message) => void link.then(({ send }) => send(message))

  return {
    surroundings: window.parent === window ? 'alone' : 'framed',
    listen(handlers) {
      take = (message) => void link.then(({ hostOrigin }) => pass(message, hostOrigin, handlers))
      // By now the first screen stands; with the order it has its colours, too, and may be seen.
      void opened.then(() => post({ type: 'checkout:shown' }))
      for (const message of early.splice(0)) take(message)
      return () => {
        take = () => {}
      }
    },
    post,
  }
}

function pass(message: HostMessage, hostOrigin: string, handlers: HostHandlers): void {
  if (message.type === 'host:close') handlers.onClose()
  else handlers.onOpen(message.order, hostOrigin, wishesOf(message))
}

/** What was given of them: an absent one stays absent. */
function wishesOf({ type: _, order: __, ...wishes }: Extract<HostMessage, { type: 'host:open' }>): Wishes {
  const { locale, appearance } = wishes
  return { ...('locale' in wishes ? { locale } : {}), ...('appearance' in wishes ? { appearance } : {}) }
}
