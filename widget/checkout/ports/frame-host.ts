import type { HostMessage } from '@backd/contract/frame/messages.ts'
import { acceptHost, type FrameWindow, type HostLink } from '../../channel/frame.ts'
import type { HostHandlers, HostPort } from './host.ts'

/**
 * The merchant's page around the modal. Starts to accept its handshake at once, since it comes with the document's
 * `load`, before any effect has run; what arrives or is posted too early waits.
 */
export function createFrameHost(window: FrameWindow, signal = new AbortController().signal): HostPort {
  const early: HostMessage[] = []
  let take = (message: HostMessage): void => void early.push(message)

  const link: Promise<HostLink> = acceptHost({ window, signal, onMessage: (message) => take(message) })
  const post: HostPort['post'] = (message) => void link.then(({ send }) => send(message))

  return {
    surroundings: window.parent === window ? 'alone' : 'framed',
    listen(handlers) {
      take = (message) => void link.then(({ hostOrigin }) => pass(message, hostOrigin, handlers))
      // By now the first screen stands.
      post({ type: 'checkout:shown' })
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
  else handlers.onOpen(message.order, hostOrigin)
}
