import { createConnect, createNonce } from '../../channel/protocol.ts'

/** As long as the SDK waits. */
const ANSWER_MS = 8_000
const SILENT = 'silent'

/**
 * Opens the modal's document out of sight, and asks it to close again: that it answers shows that nothing on the way keeps it.
 * It is told of no order, and makes none. The port leads to Backd's very origin, so what comes over it is taken as it is.
 * @param onBlocked tells when there is nothing to wait for
 * @returns Snapshot's `frame`; never rejects
 */
export async function askFrame(
  origin: string,
  key: string,
  onBlocked: (hear: () => void) => void,
): Promise<string> {
  // It has no random UUIDs, and no checkout.
  if (!isSecureContext) return SILENT
  const nonce = createNonce()
  const frame = document.createElement('iframe')
  const { port1, port2 } = new MessageChannel()
  const answer = await new Promise<string>((resolve) => {
    const silent = () => resolve(SILENT)
    setTimeout(silent, ANSWER_MS)
    onBlocked(silent)
    port1.onmessage = ({ data }) => resolve(String(data.code))
    // Rendered, since a browser may hold back a frame that is not.
    frame.style.cssText = 'position:fixed;width:1px;height:1px;opacity:0'
    frame.inert = true
    frame.src = `${origin}/checkout/modal?${new URLSearchParams({ key })}#${nonce}`
    frame.onload = () => {
      frame.onload = null
      frame.contentWindow?.postMessage(createConnect(nonce), origin, [port2])
      port1.postMessage({ type: 'host:close' })
    }
    document.documentElement.append(frame)
  })
  port1.close()
  frame.remove()
  return answer
}
