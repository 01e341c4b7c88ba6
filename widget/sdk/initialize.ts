import { createEnd, type Fault, fail, type Look, type Opening } from './attempt.ts'
import { openModal } from './modal/modal.ts'
import { findOrderFault } from './order-guard.ts'
import { openRedirect } from './redirect/redirect.ts'
import type { WidgetHandle, WidgetOptions } from './types.ts'

/** The page's latest attempt, open until this is aborted, and the handle its caller holds. */
let latest: AbortSignal | undefined
let handle: WidgetHandle

const findUrlFault = (token: string | undefined, page: string): Fault | undefined =>
  token ? undefined : ['INVALID_OPTIONS', `customerUrl must be ${page}...`]

/** Backd's sandbox, and one on a machine of the developer's own. */
const sandbox = /^http:|\/\/sandbox\./

/**
 * Both faces call this (InitializeWidget in types.ts).
 * @param origin the checkout's
 * @param look looks for the cause of a failure by itself, in the sandbox alone
 * @param fault why that origin can't be used
 */
export function initialize(options: WidgetOptions, origin: string, look?: Look, fault?: Fault): WidgetHandle {
  if (!latest || latest.aborted) {
    const controller = new AbortController()
    const { signal } = controller
    const end = createEnd(controller, signal, options, sandbox.test(origin) && look)
    // The customer may read these on the shop's page.
    const leave = () => end('onClose', { message: 'You closed the checkout.', code: 'CUSTOMER_CLOSED' })
    const close = () => end('onClose', { message: 'The shop closed the checkout.', code: 'MERCHANT_CLOSED' })
    latest = signal
    handle = { close }
    addEventListener('pagehide', leave, { signal })
    addEventListener('popstate', leave, { signal })
    try {
      const { order, customerUrl, locale, appearance } = options
      const page = `${origin}/checkout/`
      const [key, token] = `${customerUrl}`.split(page)[1]?.split('/') ?? []
      // A copy as it will cross the wire: without functions, and of no concern to what the page changes later.
      const opening: Opening = JSON.parse(
        JSON.stringify({ order: token ? undefined : order, token, locale, appearance }),
      )
      const isRedirect = opening.order?.mode?.type === 'redirect'
      const found = fault ?? (customerUrl ? findUrlFault(token, page) : findOrderFault(opening.order))
      if (found) fail(end, ...found)
      else if (isRedirect) openRedirect(signal, end, opening, origin)
      else if (options.onSuccess && options.onClose) {
        openModal(signal, end, leave, opening, origin, key ?? opening.order.merchant.public_api_key)
      } else fail(end, 'INVALID_OPTIONS', 'needs onSuccess and onClose')
    } catch (error) {
      // No options or an order that JSON can't hold; a page without https or a browser that can't show the dialog.
      fail(end, 'INVALID_OPTIONS', `${error}`)
    }
  }
  return handle
}
