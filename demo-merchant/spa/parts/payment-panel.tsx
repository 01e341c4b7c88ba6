import { BackdPayButton, type PaymentPhase } from '@backd/widget/react'
import { useState } from 'react'
import type { Ending } from '../backd/ending-words.ts'
import { useShop } from '../shop/shop-context.tsx'

/** By server first, as Backd advises: our server makes the order, and no total comes from the browser. */
const modes = [
  { mode: 'server', name: 'By server' },
  { mode: 'modal', name: 'Modal' },
  { mode: 'redirect', name: 'Redirect' },
]

/** How to pay, the button, and how the last attempt ended. The form around it is sent by the button. */
export function PaymentPanel({ phase, ending }: { phase: PaymentPhase; ending: Ending | undefined }) {
  const { storefront } = useShop()
  const [chosen, setChosen] = useState('server')
  return (
    <section className="panel payment" aria-labelledby="payment">
      <h2 id="payment">Payment</h2>
      <fieldset className="switch">
        <legend>How BackdPay opens</legend>
        {modes.map(({ mode, name }) => (
          <label key={mode}>
            <input
              type="radio"
              name="mode"
              value={mode}
              checked={chosen === mode}
              onChange={() => setChosen(mode)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {/* A browser sends a form on Enter only if it has a submit button of its own kind. */}
      <button type="submit" hidden />
      <BackdPayButton
        className="pay-button"
        type="submit"
        size="large"
        busy={phase !== 'idle'}
        publicKey={storefront.public_key}
        checkoutOrigin={storefront.checkout_origin}
      />
      <p className="pay-status" id="pay-status" role="status">
        {phase === 'preparing' ? 'Preparing your order…' : ending?.tone === 'status' && ending.text}
      </p>
      <p className="alert" id="pay-alert" role="alert">
        {ending?.tone === 'alert' && (
          <>
            {ending.text} {ending.code && <small>Code: {ending.code}</small>}
          </>
        )}
      </p>
    </section>
  )
}
