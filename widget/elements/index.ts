import { BackdPayButton } from './pay-button.ts'
import { BackdTerms } from './terms.ts'

export interface ElementOptions {
  origin: string
  preload?: typeof BackdPayButton.preload
}

/**
 * Makes `<backd-pay-button>` and `<backd-terms>` known to the page. Importing this does nothing, and calling it on a server or
 * twice does no harm: the first one's elements stay.
 * @param origin of Backd's checkout, which the plans are asked of
 * @param preload that of @backd/widget, for buttons with a `public-key`; left out, the script tag's where there is one
 */
export function defineElements({ origin, preload }: ElementOptions): void {
  BackdPayButton.origin ||= origin
  BackdPayButton.preload ??= preload
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
