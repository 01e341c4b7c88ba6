import { dateInChicago } from '@backd/contract/calendar.ts'
import { toCents } from '@backd/contract/money.ts'
import { type Words, wordsFor } from './as-low-as.ts'
import { fetchPlans } from './plans.ts'
import { Base, create, openShadow } from './shadow.ts'
import styles from './terms.css?inline'

/**
 * `<backd-terms amount="8950.00" public-key="…">`: "As low as $809.23 / month with BackdPay", and a dialog with each plan.
 * `amount` is in dollars, and followed when it changes. Without an amount, a key or an answer it shows nothing: a price
 * that might be wrong is worse than none.
 */
export class BackdTerms extends Base {
  static observedAttributes = ['amount', 'public-key']
  /** Where Backd answers; set for the page by defineElements. */
  static origin = ''
  #root: ShadowRoot | undefined
  /** Counts what was asked for, so that a slow answer does not come after a newer one. */
  #turn = 0

  connectedCallback(): void {
    this.#root ??= openShadow(this, styles)
    void this.#show()
  }

  attributeChangedCallback(): void {
    if (this.#root) void this.#show()
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn
    const dollars = Number(this.getAttribute('amount') || Number.NaN)
    const key = this.getAttribute('public-key')
    try {
      if (!key || !(dollars > 0) || dollars > 9_999_999.99) return this.#draw()
      const plans = await fetchPlans(BackdTerms.origin, key)
      if (turn === this.#turn) this.#draw(wordsFor(plans, toCents(dollars), dateInChicago(new Date())))
    } catch (problem) {
      if (turn !== this.#turn) return
      console.error('BackdPay', 'backd-terms', problem)
      this.#draw()
    }
  }

  #draw(words?: Words): void {
    this.toggleAttribute('data-ready', Boolean(words))
    if (!words) {
      this.#root?.replaceChildren()
      return
    }
    const dialog = createDialog(words)
    const open = create('button', { type: 'button', onclick: () => dialog.showModal() }, 'How it works')
    this.#root?.replaceChildren(create('p', {}, `${words.sentence} `, open), dialog)
  }
}

/** The browser gives the focus back to what opened it, and closes it with Escape. */
function createDialog({ plans }: Words): HTMLDialogElement {
  const title = create('h2', { id: 'title' }, 'How BackdPay works')
  const dialog = create(
    'dialog',
    {},
    title,
    create('p', {}, 'Choose a plan at the checkout. You see every date and amount before you agree.'),
    create(
      'dl',
      {},
      ...plans.flatMap(({ name, payments, cost }) => [
        create('dt', {}, name),
        create('dd', {}, payments),
        create('dd', {}, cost),
      ]),
    ),
    create('button', { type: 'button' as const, className: 'close', onclick: () => dialog.close() }, 'Close'),
  )
  dialog.setAttribute('aria-labelledby', 'title')
  return dialog
}
