import { useCallback, useEffect, useInsertionEffect, useRef, useState } from 'react'
import { initializeWidget } from '../sdk/index.ts'
import type { WidgetHandle } from '../sdk/types.ts'
import type { Backd, PaymentPhase, PaymentSource, UseBackdOptions } from './types.ts'

/** A payment under way, until its signal is aborted. */
interface Payment extends AbortController {
  handle?: WidgetHandle
  /** The page is being left for the checkout's own. */
  isRedirect?: boolean
}

/** The payment whose checkout is over the page, of whichever component. */
let shown: Payment | undefined

const isUnderWay = (payment: Payment | undefined) => payment?.signal.aborted === false

/**
 * BackdPay in a component.
 *
 * - A second call of `open` while a payment is under way does nothing: a double click opens one checkout. Nor does one while
 *   another component's checkout is open. What plain `initializeWidget` opened is known only once your function has been asked; it stays.
 * - A component that goes away takes its checkout with it, or, while the order is prepared, opens none; then nobody is called.
 *   So a change of route leaves nothing behind, and StrictMode's extra unmount neither.
 * - New callbacks are called without opening anything again.
 * - A page that comes back from the back/forward cache after a redirect can pay again.
 */
export function useBackd(options: UseBackdOptions): Backd {
  const [phase, setPhase] = useState<PaymentPhase>('idle')
  const current = useRef<Payment | undefined>(undefined)
  const latest = useRef(options)
  // Not useLayoutEffect, of which React 18 complains on a server; it has run before any effect that calls open().
  useInsertionEffect(() => {
    latest.current = options
  })

  useEffect(() => {
    // A component that was hidden and is shown again has kept its state, but not its checkout.
    if (!isUnderWay(current.current)) setPhase('idle')
    const handleReturn = ({ persisted }: PageTransitionEvent) => {
      if (!persisted || !current.current?.isRedirect) return
      current.current.abort()
      setPhase('idle')
    }
    addEventListener('pageshow', handleReturn)
    return () => {
      removeEventListener('pageshow', handleReturn)
      current.current?.abort()
    }
  }, [])

  const open = useCallback((source: PaymentSource) => {
    // Another component's checkout stays; its order would be made for nobody.
    if (isUnderWay(current.current) || isUnderWay(shown)) return
    current.current = new AbortController()
    void pay(current.current, source, () => latest.current, setPhase)
  }, [])

  const close = useCallback(() => {
    const { current: payment } = current
    const drop = () => {
      // By now a later payment may have begun.
      if (payment !== current.current) return
      payment?.abort()
      setPhase('idle')
    }
    if (!payment?.handle) return drop()
    payment.handle.close()
    // After the SDK's task, which tells onClose. Of a redirect whose navigation was stopped there is nothing to tell.
    setTimeout(drop)
  }, [])

  return { phase, isBusy: phase !== 'idle', open, close }
}

/** Runs one payment, from the question what is paid for to its ending. */
async function pay(
  payment: Payment,
  source: PaymentSource,
  latest: () => UseBackdOptions,
  setPhase: (phase: PaymentPhase) => void,
): Promise<void> {
  const { signal } = payment
  /** The first ending counts, and none once the component is gone. */
  const end = (tell: () => void) => {
    if (signal.aborted) return
    payment.abort()
    setPhase('idle')
    tell()
  }

  try {
    let payable = source
    if (typeof payable === 'function') {
      setPhase('preparing')
      payable = await payable(signal)
    }
    if (signal.aborted) return
    const { environment, checkoutOrigin, locale, appearance } = latest()
    const { order } = payable
    let isOurs = false
    const handle = initializeWidget({
      ...payable,
      environment,
      checkoutOrigin,
      appearance,
      // Read when a checkout opens. While one is open, the SDK gives its handle instead, and reads nothing of this.
      get locale() {
        isOurs = true
        return locale
      },
      onSuccess: (data) => end(() => latest().onSuccess(data)),
      onClose: (data) => end(() => latest().onClose(data)),
      onFail: (data) => end(() => latest().onFail(data)),
    })
    // Whoever opened that one is told how it ends, and closes it.
    if (!isOurs) return end(() => {})
    signal.addEventListener('abort', handle.close)
    payment.handle = handle
    payment.isRedirect = order?.mode?.type === 'redirect'
    if (!payment.isRedirect) shown = payment
    setPhase('open')
  } catch (error) {
    end(() => (latest().onError ?? reportError)(error))
  }
}
