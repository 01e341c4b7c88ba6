import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import type { Devtools } from './devtools.ts'
import { type Vitals, watchVitals } from './vitals.ts'

/**
 * A page and the documents in it, driven by bare look-ups: what Playwright's own locators compute in the page, four times
 * slower, would be measured with it.
 */
export interface Visit {
  page: Page
  /** Runs an expression in the document whose address begins so. */
  evaluate<Result>(url: string, expression: string): Promise<Result>
  /** Waits until an expression holds there. @throws Error after 30 s */
  until(url: string, expression: string): Promise<void>
  /** Presses the middle of the first visible element, within a document, whose text or label begins so. */
  press(url: string, selector: string, text?: string): Promise<void>
  vitals(url: string): Promise<Vitals>
  close(): Promise<void>
}

export async function openVisit(
  browser: Browser,
  devtools: Devtools,
  viewport: { width: number; height: number },
): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale: 'en-US' })
  await context.addInitScript(watchVitals)
  const page = await context.newPage()

  const evaluate = async <Result>(url: string, expression: string): Promise<Result> => {
    const target = await devtools.find(url)
    const { result, exceptionDetails } = await devtools.send<{
      result: { value: Result }
      exceptionDetails?: { text: string; exception?: { description?: string } }
    }>('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true }, target.sessionId)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  const until = async (url: string, expression: string) => {
    const deadline = Date.now() + 30_000
    for (;;) {
      if (await evaluate<boolean>(url, `Boolean(${expression})`).catch(() => false)) return
      if (Date.now() > deadline) {
        const shown = await evaluate<string>(url, 'document.body.innerText.slice(0, 500)').catch(String)
        throw new Error(`waited in vain at ${url} for ${expression}; it shows: ${shown}`)
      }
      await wait(50)
    }
  }

  return {
    page,
    evaluate,
    until,
    async press(url, selector, text = '') {
      const [x, y] = await evaluate<[number, number]>(
        url,
        `(${placeOf})(${JSON.stringify([selector, text])})`,
      )
      const frame = page.url().startsWith(url) ? [0, 0] : await page.evaluate(placeOfFrame)
      await page.mouse.click(x + (frame[0] ?? 0), y + (frame[1] ?? 0))
      // An interaction is known when its paint is: it must be over before the next begins.
      await wait(400)
    },
    vitals: (url) => evaluate<Vitals>(url, 'window.backdVitals'),
    close: () => context.close(),
  }
}

/** Runs in the page. */
function placeOf([selector, text]: [string, string]): [number, number] {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) =>
      (element.textContent?.trim().startsWith(text) || element.ariaLabel?.startsWith(text)) &&
      element.getClientRects().length > 0,
  )
  if (!found) throw new Error(`no ${selector} "${text}"`)
  found.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { x, y, width, height } = found.getBoundingClientRect()
  return [x + width / 2, y + height / 2]
}

/** Runs in the page. */
function placeOfFrame(): [number, number] {
  for (const { shadowRoot } of document.querySelectorAll('*')) {
    const box = shadowRoot?.querySelector('iframe')?.getBoundingClientRect()
    if (box) return [box.x, box.y]
  }
  throw new Error('no frame is open')
}
