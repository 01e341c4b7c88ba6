import { BackdPayButton } from './pay-button.ts'
import { BackdTerms } from './terms.ts'

/**
 * Makes `<backd-pay-button>` and `<backd-terms>` known to the page. Importing this does nothing, and calling it on a server or
 * twice does no harm: the first one's elements stay.
 * @param origin of Backd's checkout, which the plans are asked of
 */
export function defineElements({ origin }: { origin: string }): void {
  definePayButton()
  const { customElements } = globalThis
  if (!customElements || customElements.get('backd-terms')) return
  BackdTerms.origin = origin
  customElements.define('backd-terms', BackdTerms)
}

/** Makes `<backd-pay-button>` alone known, which asks nothing of Backd. */
export function definePayButton(): void {
  const { customElements } = globalThis
  if (!customElements || customElements.get('backd-pay-button')) return
  customElements.define('backd-pay-button', BackdPayButton)
}
