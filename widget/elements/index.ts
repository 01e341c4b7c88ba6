import { BackdPayButton } from './pay-button.ts'
import { BackdTerms } from './terms.ts'

/**
 * Makes `<backd-pay-button>` and `<backd-terms>` known to the page. Importing this does nothing, and calling it on a server or
 * twice does no harm: the first one's elements stay.
 * @param origin of Backd's checkout, which the plans are asked of
 */
export function defineElements({ origin }: { origin: string }): void {
  const { customElements } = globalThis
  if (!customElements) return
  if (!customElements.get('backd-pay-button')) customElements.define('backd-pay-button', BackdPayButton)
  if (customElements.get('backd-terms')) return
  BackdTerms.origin = origin
  customElements.define('backd-terms', BackdTerms)
}
