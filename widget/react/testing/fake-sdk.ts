import { vi } from 'vitest'
import type { CloseData, InitializeWidget, Order, Preload, WidgetOptions } from '../../sdk/types.ts'

export const order = { merchant_order_id: 'NW-1' } as Order
export const ids = { backd_order_id: 'BO-1', merchant_order_id: 'NW-1' }
export const left: CloseData = { message: 'The checkout was closed.', code: 'CUSTOMER_CLOSED' }

interface Checkout {
  options: WidgetOptions
  close: () => void
}

/** The SDK as far as a caller sees it: one checkout at a time, a handle for each, and callbacks in a task of their own. */
export function createFakeSdk() {
  const checkouts: Checkout[] = []
  let current: Checkout | undefined
  const initializeWidget = vi.fn<InitializeWidget>((given) => {
    if (current) return current
    const options = { ...given }
    const mine: Checkout = {
      options,
      close: () =>
        end(mine, () => options.onClose?.({ message: 'The shop closed.', code: 'MERCHANT_CLOSED' })),
    }
    checkouts.push(mine)
    current = mine
    return mine
  })
  function end(checkout: Checkout, tell: () => void): void {
    if (current !== checkout) return
    current = undefined
    setTimeout(tell)
  }
  return {
    initializeWidget,
    preload: vi.fn<Preload>(),
    /** How many were opened, ever. */
    opened: () => checkouts.length,
    isOpen: () => current !== undefined,
    /** Ends the one that is open, in the way that the customer chose. */
    end: (tell: (options: WidgetOptions) => void) => {
      const checkout = current
      if (!checkout) throw new Error('no checkout is open')
      end(checkout, () => tell(checkout.options))
    },
    /** What the last one was opened with. */
    given: () => checkouts.at(-1)?.options,
  }
}
