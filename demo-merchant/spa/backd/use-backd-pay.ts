import { type CloseData, type ErrorData, initializeWidget, type Order, type OrderData } from '@backd/widget'
import { useEffect, useRef, useState } from 'react'

/** One payment: where its order comes from, and who hears how it went. Exactly one of the callbacks is called. */
export interface Payment {
  /** Asks our server for the order. `signal` aborts when the page that asked is gone. */
  prepare: (signal: AbortSignal) => Promise<Order>
  /** `prepare` threw this. */
  onRefused: (error: unknown) => void
  onSuccess: (data: OrderData) => void
  onClose: (data: CloseData) => void
  onFail: (data: ErrorData) => void
}

/** Preparing: our server writes the order down. Open: BackdPay is over the page, or the page is being left for it. */
export type PaymentPhase = 'idle' | 'preparing' | 'open'

/**
 * BackdPay in a component: all that this storefront knows of Backd's SDK.
 *
 * - A second click while one payment is under way does nothing.
 * - A component that goes away takes the checkout with it, or, while the order is still being prepared, opens none; then
 *   nobody is called. So a route change leaves no overlay, and StrictMode's extra unmount none either.
 * - A page that comes back from the back/forward cache after a redirect can pay again.
 *
 * @param checkoutOrigin where the checkout is; a shop that is live passes `environment` to initializeWidget instead
 */
export function useBackdPay(checkoutOrigin: string): {
  phase: PaymentPhase
  pay: (payment: Payment) => void
} {
  const [phase, setPhase] = useState<PaymentPhase>('idle')
  /** The payment under way, until this is aborted. */
  const current = useRef<AbortController>(undefined)

  useEffect(() => {
    const returned = (event: PageTransitionEvent) => {
      if (!event.persisted) return
      current.current?.abort()
      setPhase('idle')
    }
    addEventListener('pageshow', returned)
    return () => {
      removeEventListener('pageshow', returned)
      current.current?.abort()
    }
  }, [])

  async function start({ prepare, onRefused, onSuccess, onClose, onFail }: Payment): Promise<void> {
    const controller = new AbortController()
    const { signal } = controller
    current.current = controller
    /** The first ending counts, and none once the component is gone. */
    const ending =
      <Data>(callback: (data: Data) => void) =>
      (data: Data) => {
        if (signal.aborted) return
        controller.abort()
        setPhase('idle')
        callback(data)
      }

    setPhase('preparing')
    try {
      const order = await prepare(signal)
      if (signal.aborted) return
      setPhase('open')
      const handle = initializeWidget({
        checkoutOrigin,
        order,
        onSuccess: ending(onSuccess),
        onClose: ending(onClose),
        onFail: ending(onFail),
      })
      signal.addEventListener('abort', () => handle.close())
    } catch (error) {
      ending(onRefused)(error)
    }
  }

  return {
    phase,
    pay(payment) {
      if (!current.current || current.current.signal.aborted) void start(payment)
    },
  }
}
