import type { HostMessage } from '@backd/contract/frame/messages.ts'
import { acceptHost, type FrameWindow, type HostLink } from '../../channel/frame.ts'
import type { HostSource, Wishes } from '../flow/state.ts'
import type { HostPort } from './host.ts'

/**
 * The merchant's page around the modal. Starts to accept its handshake at once, since it comes with the document's
 * `load`, before any effect has run; what arrives or is posted too early waits.
 * @param show gives the checkout the language and the look that the page wants; never rejects
 */
export function createFrameHost(window: FrameWindow, show: (wishes: Wishes) => Promise<void>): HostPort {
  const early: HostMessage[] = []
  let take = (message: HostMessage): void => void early.push(message)

  const link: Promise<HostLink> = acceptHost({ window, onMessage: (message) => take(message) })
  const post: HostPort['post'] = (message) => void link.then(({ send }) => send(message))

  return {
    surroundings: window.parent === window ? 'alone' : 'framed',
    listen(handlers) {
      take = (message) =>
        void link.then(({ hostOrigin }) => {
          if (message.type === 'host:close') return handlers.onClose()
          const { hidden, order, token, locale, appearance } = message
          const wishes = { locale, appearance }
          // By now the first screen stands; when it has its colours, too, it may be seen.
          void show(wishes).then(() => post({ type: 'shown' }))
          const kind = token ? 'link' : 'order'
          handlers[hidden ? 'onHidden' : 'onOpen']({
            kind,
            order,
            token,
            pageOrigin: hostOrigin,
            wishes,
          } as HostSource)
        })
      for (const message of early.splice(0)) take(message)
      return () => {
        take = () => {}
      }
    },
    post,
  }
}
