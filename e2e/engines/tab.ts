/** What a customer can find: a role, and the whole accessible name where it is told. */
export interface Named {
  role: 'button' | 'radio' | 'checkbox' | 'textbox' | 'heading' | 'dialog'
  name?: string
}

/** One thing on the screen. */
export interface Found {
  /** As a customer does: at its place on the screen, not by a script. */
  click(): Promise<void>
  type(text: string): Promise<void>
}

/** A document: the merchant's page, the checkout in its frame, or the checkout as a page. */
export interface Shown {
  /** The first that is on the screen now; undefined when there is none, or while the document is another. */
  find(what: Named): Promise<Found | undefined>
}

/** A browser's tab, in the few words that both drivers have. */
export interface Tab {
  goto(url: string): Promise<void>
  url(): Promise<string>
  /** What a script's expression gives on the page. */
  evaluate<Value>(expression: string): Promise<Value>
  /** Presses a key wherever the focus is. */
  press(key: 'Escape'): Promise<void>
  page: Shown
  /** The checkout's frame in the dialog on the page. */
  frame: Shown
}

/** A browser of one engine. */
export interface Engine {
  /** With its version, once a tab was opened. */
  readonly name: string
  /** A tab of its own: nothing is kept from the one before. */
  open(): Promise<Tab>
  end(): Promise<void>
}

/** The dialog's frame once its loading state is away: before, a click would meet that. */
export const uncoveredFrame = `(() => {
  for (const { shadowRoot } of document.body.children) {
    const frame = shadowRoot?.querySelector('iframe')
    if (!frame) continue
    const { x, y, width, height } = frame.getBoundingClientRect()
    if (shadowRoot.elementFromPoint(x + width / 2, y + height / 2) === frame) return frame
  }
  return null
})()`

/** Customers of the slowest machine wait as long. */
const PATIENCE_MS = 20_000

/** A driver may never answer a question about a document that was left meanwhile. */
const ANSWER_MS = 5_000

/**
 * Asks until there is an answer. A question that fails is asked again: what it was about may have been drawn anew, or
 * the whole document be another by now.
 * @throws with what was waited for, and the last failure as its cause
 */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined | false | null>,
): Promise<Value> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    let cause: unknown
    const failed = (problem: unknown) => {
      cause = problem
    }
    const answer = await Promise.race([ask().catch(failed), pause(ANSWER_MS)])
    if (answer) return answer
    if (Date.now() > deadline) throw new Error(`waited ${PATIENCE_MS / 1000} s for ${what}`, { cause })
    await pause(50)
  }
}

/** Waits until it is on the screen. */
export const see = (shown: Shown, what: Named): Promise<Found> => until(nameOf(what), () => shown.find(what))

/** Clicks it as soon as it is on the screen. */
export const click = (shown: Shown, what: Named): Promise<true> =>
  until(nameOf(what), async () => {
    const found = await shown.find(what)
    await found?.click()
    return found && true
  })

/** Clicks a button. */
export const press = (shown: Shown, name: string): Promise<true> => click(shown, { role: 'button', name })

export const pause = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, ms, undefined))

const nameOf = ({ role, name }: Named) => (name ? `${role} "${name}"` : role)
