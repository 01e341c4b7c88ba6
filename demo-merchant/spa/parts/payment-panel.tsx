import { useState } from 'react'
import type { Ending } from '../backd/ending-words.ts'
import type { PaymentPhase } from '../backd/use-backd-pay.ts'

const modes = [
  { mode: 'modal', name: 'Modal' },
  { mode: 'redirect', name: 'Redirect' },
]

/** How to pay, the button, and how the last attempt ended. The form around it is sent by the button. */
export function PaymentPanel({ phase, ending }: { phase: PaymentPhase; ending: Ending | undefined }) {
  const [chosen, setChosen] = useState('modal')
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
      {/* aria-disabled, not disabled: a disabled button loses the focus that the modal gives back. */}
      <button
        type="submit"
        className="button button-large button-wide"
        aria-disabled={phase !== 'idle'}
        aria-describedby="pay-status pay-alert"
      >
        Checkout with BackdPay
      </button>
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
