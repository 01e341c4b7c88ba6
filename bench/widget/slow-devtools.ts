import { CPU_RATE, SLOW_NETWORK } from './browser.ts'
import { type Devtools, openDevtools } from './devtools.ts'

/** DevTools that slows down every page and frame, each by itself: what is set on a page does not reach a frame of another site. */
export function openSlowDevtools(port: number): Promise<Devtools> {
  return openDevtools(port, (send, { sessionId, type }) =>
    type === 'page' || type === 'iframe'
      ? Promise.all([
          send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE }, sessionId),
          send('Network.enable', {}, sessionId),
          send('Network.emulateNetworkConditions', SLOW_NETWORK, sessionId),
        ])
      : Promise.resolve(),
  )
}
