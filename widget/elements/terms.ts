import { dateInChicago } from '@backd/contract/calendar.ts'
import { toCents } from '@backd/contract/money.ts'
import { type Words, wordsFor } from './as-low-as.ts'
import { pageLanguage, type Spoken, spokenBy } from './locale.ts'
import { fetchPlans } from './plans.ts'
import { Base, create, openShadow } from './shadow.ts'
import styles from './terms.css?inline'
import { texts } from './texts.ts'

/**
 * `<backd-terms amount="8950.00" public-key="…">`: "As low as $809.23 / month with BackdPay", and a dialog with each plan.
 * `amount` is in dollars. It is followed when it changes, and so is `locale`, or without one the page's language. Without an
 * amount, a key or an answer it shows nothing: a price that might be wrong is worse than none.
 */
export class BackdTerms extends Base {
  static observedAttributes = ['amount', 'public-key', 'locale']
  /** Where Backd answers; set for the page by defineElements. */
  static origin = ''
  #root: ShadowRoot | undefined
  /** Counts what was asked for, so that a slow answer does not come after a newer one. */
  #turn = 0
  #spoken: Spoken | undefined
  #page = new MutationObserver(() => {
    // A dialog that is open stays, unless it speaks another language now.
    if (spokenBy(this).locale !== this.#spoken?.locale) void this.#show()
  })

  connectedCallback(): void {
    this.#page.observe(document, pageLanguage)
    this.#root ??= openShadow(this, styles)
    void this.#show()
  }

  disconnectedCallback(): void {
    this.#page.disconnect()
  }

  attributeChangedCallback(): void {
    if (this.#root) void this.#show()
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn
    const spoken = spokenBy(this)
    this.#spoken = spoken
    const dollars = Number(this.getAttribute('amount') || Number.NaN)
    const key = this.getAttribute('public-key')
    try {
      if (!key || !(dollars > 0) || dollars > 9_999_999.99) return this.#draw()
      const plans = await fetchPlans(BackdTerms.origin, key)
      if (turn !== this.#turn) return
      const words = wordsFor(plans, toCents(dollars), dateInChicago(new Date()), spoken)
      this.#draw(...createParts(words, spoken))
    } catch (problem) {
      if (turn !== this.#turn) return
      console.error('BackdPay', 'backd-terms', problem)
      this.#draw()
    }
  }

  #draw(...parts: HTMLElement[]): void {
    this.toggleAttribute('data-ready', parts.length > 0)
    this.#root?.replaceChildren(...parts)
  }
}

/** The sentence and its dialog. The browser gives the focus back to what opened it, and closes it with Escape. */
function createParts({ sentence, plans }: Words, { language, locale: lang }: Spoken): HTMLElement[] {
  const text = texts[language]
  const dialog = create(
    'dialog',
    { lang, dir: 'ltr' },
    // Else the button at its end has the focus, and a tall dialog on a phone begins at its end.
    create('h2', { id: 'title', tabIndex: -1, autofocus: true }, text.title),
    create('p', {}, text.lead),
    create(
      'dl',
      {},
      ...plans.flatMap(({ name, payments, cost }) => [
        create('dt', {}, name),
        create('dd', {}, payments),
        create('dd', {}, cost),
      ]),
    ),
    create(
      'button',
      { type: 'button' as const, className: 'close', onclick: () => dialog.close() },
      text.close,
    ),
  )
  dialog.setAttribute('aria-labelledby', 'title')
  const open = create('button', { type: 'button', onclick: () => dialog.showModal() }, text.open)
  // Words that run from the left, in a line at the page's own side.
  return [create('p', {}, create('bdi', { lang, dir: 'ltr' }, `${sentence} `, open)), dialog]
}
