import {
  type Attempt,
  type Callbacks,
  createAttempt,
  type Fault,
  fail,
  type Look,
  type Opening,
} from './attempt.ts'
import { createModal } from './modal/modal.ts'
import { findOrderFault } from './order-guard.ts'
import { openRedirect } from './redirect/redirect.ts'
import type { PreloadOptions, WidgetHandle, WidgetOptions } from './types.ts'

/** The page's latest, open or preloaded until its signal is aborted. */
let latest: Attempt | undefined

const findUrlFault = (token: string | undefined, page: string): Fault | undefined =>
  token ? undefined : ['INVALID_OPTIONS', `customerUrl must be ${page}...`]

/** Backd's sandbox, and one on a machine of the developer's own, over http. */
const sandbox = /tp:|san/

/**
 * Both faces call this (InitializeWidget and Preload in types.ts).
 * @param origin the checkout's
 * @param look looks for the cause of a failure by itself, in the sandbox alone
 * @param callbacks null: it is only made ready, and nobody hears of it
 * @param fault why that origin can't be used
 */
export function initialize(
  options: WidgetOptions | PreloadOptions,
  origin: string,
  look?: Look,
  callbacks: Callbacks | null = Object(options),
  fault?: Fault,
): WidgetHandle {
  if (!latest?.callbacks) {
    const begin = () => {
      latest?.conclude()
      latest = createAttempt(callbacks, sandbox.test(origin) && look)
      return latest
    }
    try {
      const { order, customerUrl, publicKey, locale, appearance } = options as PreloadOptions
      const page = `${origin}/checkout/`
      const [key, token] = `${customerUrl}`.split(page)[1]?.split('/') ?? []
      // A copy as it will cross the wire: without functions, and of no concern to what the page changes later.
      const opening: Opening = JSON.parse(
        JSON.stringify({ order: token ? undefined : order, token, locale, appearance }),
      )
      const isRedirect = opening.order?.mode?.type === 'redirect'
      const found =
        callbacks &&
        (fault ??
          (customerUrl ? findUrlFault(token, page) : findOrderFault(opening.order)) ??
          (isRedirect || (callbacks.onSuccess && callbacks.onClose)
            ? undefined
            : ['INVALID_OPTIONS', 'onSuccess and onClose must be functions']))
      const src = `${page}modal?${new URLSearchParams({
        key: key ?? opening.order?.merchant?.public_api_key ?? (publicKey as string),
      })}`
      if (found) fail(begin(), ...(found as Fault))
      else if (isRedirect) callbacks && openRedirect(begin(), opening, page)
      else if (!latest?.showFor?.(src, opening, callbacks)) createModal(begin(), src, opening, callbacks)
    } catch (error) {
      // No options or an order that JSON can't hold; a page without https or a browser that can't show the dialog.
      fail(begin(), 'INVALID_OPTIONS', `${error}`)
    }
  }
  return latest?.handle as WidgetHandle
}
