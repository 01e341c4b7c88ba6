import { pageLanguage, spokenBy } from './locale.ts'
import styles from './pay-button.css?inline'
import { payLabels } from './pay-label.ts'
import { Base, create, openShadow } from './shadow.ts'

/**
 * `<backd-pay-button>`: a button in BackdPay's look, "Checkout with BackdPay" unless it holds other words. It does nothing by
 * itself: listen to `click`, or give it `type="submit"` in a form.
 *
 * Attributes: `size` ("small", "large"), `disabled`, `busy` (keeps the focus, takes no press, and says so), `type`, `locale`
 * (the page's language when left out); and `public-key`, with which the checkout is loaded, hidden, as soon as somebody points at the
 * button or focuses it.
 */
export class BackdPayButton extends Base {
  static formAssociated = true
  static observedAttributes = ['disabled', 'busy', 'locale']
  /** The SDK's preload, where the page has no script tag; set for the page by defineElements. */
  static preload:
    | ((options: { publicKey: string; checkoutOrigin: string; locale: string | null }) => void)
    | undefined
  /** Of Backd's checkout; likewise. */
  static origin = ''
  #button: HTMLButtonElement | undefined
  #label: HTMLSlotElement | undefined
  #internals: ElementInternals | undefined
  #page = new MutationObserver(() => this.#show())

  connectedCallback(): void {
    this.#page.observe(document, pageLanguage)
    if (!this.#button) this.#build()
    this.#show()
  }

  disconnectedCallback(): void {
    this.#page.disconnect()
  }

  #build(): void {
    this.#internals = this.attachInternals()
    this.#label = create('slot')
    this.#button = create('button', { type: 'button' }, this.#label)
    openShadow(this, styles, { delegatesFocus: true }).append(this.#button)
    // Before any listener of the page: a busy button is pressed by nobody, not even by click().
    this.addEventListener('click', (event) => this.#judge(event), { capture: true })
    for (const type of ['pointerenter', 'focusin']) this.addEventListener(type, () => this.#preload())
  }

  attributeChangedCallback(): void {
    this.#show()
  }

  #preload(): void {
    const publicKey = this.getAttribute('public-key')
    const preload = BackdPayButton.preload ?? window.widgetBackd?.preload
    if (publicKey && !this.hasAttribute('disabled') && !this.hasAttribute('busy')) {
      preload?.({
        publicKey,
        checkoutOrigin: BackdPayButton.origin,
        locale: this.getAttribute('locale'),
      })
    }
  }

  #judge(event: Event): void {
    if (this.hasAttribute('disabled') || this.hasAttribute('busy')) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    const form = this.#internals?.form
    if (this.getAttribute('type') !== 'submit' || !form) return
    // After the page's own listeners, which may say no.
    queueMicrotask(() => event.defaultPrevented || form.requestSubmit())
  }

  #show(): void {
    if (!this.#button || !this.#label) return
    const { language, locale } = spokenBy(this)
    // On BackdPay's own words alone: others are in the page's language.
    Object.assign(this.#label, { textContent: payLabels[language], lang: locale, dir: 'ltr' })
    const isBusy = this.hasAttribute('busy')
    this.#button.disabled = this.hasAttribute('disabled')
    this.#button.ariaDisabled = isBusy ? 'true' : null
    this.#button.ariaBusy = isBusy ? 'true' : null
  }
}
