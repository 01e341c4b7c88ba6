import { BackdPayButton, BackdTerms, type Payable, type PaymentSource, useBackd } from '@backd/widget/react'
import { createElement } from 'react'

const callbacks = { onSuccess() {}, onClose() {}, onFail() {} }

export function Page({ source }: { source: PaymentSource }) {
  const { open, close, isBusy, phase } = useBackd({
    ...callbacks,
    onSuccess: ({ backd_order_id }) => console.log(backd_order_id satisfies string),
    environment: 'sandbox',
  })
  phase satisfies 'idle' | 'preparing' | 'open'
  open(async (signal: AbortSignal): Promise<Payable> => {
    const answer = await fetch('/pay', { signal })
    return { customerUrl: await answer.text() }
  })
  close()
  // @ts-expect-error: an order or its address
  open({})
  return createElement(
    'p',
    null,
    createElement(BackdPayButton, { pay: source, size: 'large', ...callbacks }, 'Pay later'),
    createElement(BackdPayButton, { type: 'submit', busy: isBusy }),
    createElement(BackdTerms, { amount: 8950, publicKey: 'key', environment: 'sandbox' }),
    // @ts-expect-error: who pays hears how it went
    createElement(BackdPayButton, { pay: source }),
    // @ts-expect-error: no such size
    createElement(BackdPayButton, { size: 'huge' }),
  )
}
