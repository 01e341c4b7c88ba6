import type { Browser } from '@playwright/test'
import type { Devtools } from '../devtools.ts'
import { openVisit } from '../visit.ts'
import type { Contestant } from './contestant.ts'
import { type Opening, placeOfChoice, placeOfTerms, watchOpening } from './watch.ts'

/** What one visit found. */
export interface Measured {
  /** From the click until terms can be chosen. */
  usableMs: number
  /** The JavaScript heap of the merchant's page after that, collected. */
  heapBytes: number
  /** Tasks over 50 ms on the merchant's page after the click, until terms could be chosen, in ms. */
  longTasks: number[]
}

const DESKTOP = { width: 1280, height: 800 }

/** A first visit, with nothing kept from an earlier one. @throws Error when the terms can't be chosen */
export async function measureOpening(
  browser: Browser,
  devtools: Devtools,
  { shop, terms, mark, choice, warmed }: Contestant,
): Promise<Measured> {
  const visit = await openVisit(browser, devtools, DESKTOP)
  try {
    await visit.page.addInitScript(watchOpening, { terms, mark })
    await visit.page.goto(`${shop}/`, { waitUntil: 'load' })
    if (warmed) await visit.until(terms, warmed)
    // The page has come to rest: what it does after loading is not the opening's.
    await new Promise((resolve) => setTimeout(resolve, 300))
    await visit.press(shop, 'button')

    await visit.until(shop, 'backdOpening.shownAt')
    const { clickedAt, shownAt } = await visit.evaluate<Opening>(shop, 'backdOpening')
    if (clickedAt === null || shownAt === null) throw new Error('the click did not come')
    await visit.until(terms, `backdOpening.drawnAt.some((at) => at >= ${shownAt})`).catch(async (cause) => {
      const text = await visit.evaluate<string>(terms, 'document.body.innerText')
      throw new Error(`no terms came; there is "${text}"`, { cause })
    })
    const { drawnAt } = await visit.evaluate<Opening>(terms, 'backdOpening')
    const usableAt = drawnAt.find((at) => at >= shownAt) ?? Number.NaN

    const { tasks } = await visit.vitals(shop)
    await choose()
    const sinceClick = clickedAt - (await visit.evaluate<number>(shop, 'performance.timeOrigin'))
    const { sessionId } = await devtools.find(shop)
    await devtools.send('HeapProfiler.collectGarbage', {}, sessionId)
    const { usedSize } = await devtools.send<{ usedSize: number }>('Runtime.getHeapUsage', {}, sessionId)
    return {
      usableMs: usableAt - clickedAt,
      heapBytes: usedSize,
      longTasks: tasks.filter(({ atMs }) => atMs >= sinceClick).map(({ ms }) => ms),
    }
  } finally {
    await visit.close()
  }

  /** What was measured as usable is used. A form that still grows may move it away from the pointer: then it is pressed again. */
  async function choose(): Promise<void> {
    const chosen = `[...document.querySelectorAll(${JSON.stringify(choice)})].at(-1).checked`
    for (let tries = 0; tries < 20; tries++) {
      const [left, top] = terms.startsWith(shop)
        ? [0, 0]
        : await visit.evaluate<[number, number]>(shop, `(${placeOfTerms})()`)
      const [x, y] = await visit.evaluate<[number, number]>(
        terms,
        `(${placeOfChoice})(${JSON.stringify(choice)})`,
      )
      await visit.page.mouse.click(left + x, top + y)
      await new Promise((resolve) => setTimeout(resolve, 250))
      if (await visit.evaluate<boolean>(terms, chosen)) return
    }
    throw new Error('the choice could not be made')
  }
}
