import { findFreePort } from '../../api/testing/embedded-server.ts'
import { launchChromium } from './browser.ts'
import { askColleague, goThrough } from './journey.ts'
import { figuresOf, printScreens, type ScreenFigures, spreadOf } from './screens.ts'
import { openSlowDevtools } from './slow-devtools.ts'
import { setStage } from './stage.ts'
import { openVisit } from './visit.ts'

const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
const SPIN =
  '(() => { const t = performance.now(); let n = 0; for (let i = 0; i < 5e6; i++) n += i % 7; return performance.now() - t })()'

/**
 * What a customer feels of the checkout on a slow device: a whole visit through the real API, in the modal and as a
 * page, with layout shifts, long tasks and the time from each press to its paint. In each round a bare page's press is
 * measured too: it is what the machine itself takes. Prints; asserts nothing about time.
 */
export async function measureVisits(rounds: number): Promise<void> {
  const stage = await setStage()
  const debuggingPort = await findFreePort()
  const browser = await launchChromium(debuggingPort)
  const devtools = await openSlowDevtools(debuggingPort)

  const modal: ScreenFigures[][] = []
  const page: ScreenFigures[][] = []
  const handover: ScreenFigures[][] = []
  const figures = {
    bareFrame: [] as number[],
    bare: [] as number[],
    opener: [] as number[],
    spinShop: [] as number[],
    spinFrame: [] as number[],
  }

  async function measureBare(): Promise<void> {
    const visit = await openVisit(browser, devtools, desktop)
    await visit.page.goto(`${stage.shop}/bare`)
    await visit.press(stage.shop, 'button')
    const { interactions, presses } = await visit.vitals(stage.shop)
    figures.bare.push(Math.max(16, ...interactions.map(({ ms }) => ms)))
    figures.bareFrame.push(...presses.map(({ ms }) => ms))
    await visit.close()
  }

  async function measureModal(): Promise<ScreenFigures[]> {
    const visit = await openVisit(browser, devtools, desktop)
    await visit.page.goto(stage.shop)
    await visit.page.evaluate((order) => Object.assign(window, { order }), stage.createOrder())
    await visit.press(stage.shop, 'button')
    const journey = await goThrough({ visit, url: stage.backd }, 'modal')
    const { interactions } = await visit.vitals(stage.shop)
    figures.opener.push(Math.max(16, ...interactions.map(({ ms }) => ms)))
    figures.spinShop.push(await visit.evaluate(stage.shop, SPIN))
    figures.spinFrame.push(await visit.evaluate(stage.backd, SPIN))
    await visit.close()
    return figuresOf(journey)
  }

  async function measurePage(
    go: typeof askColleague = (place) => goThrough(place, 'phone'),
  ): Promise<ScreenFigures[]> {
    const visit = await openVisit(browser, devtools, phone)
    const url = await stage.createLink()
    await visit.page.goto(url)
    const journey = await go({ visit, url: stage.backd })
    await visit.close()
    return figuresOf(journey)
  }

  try {
    for (let round = 0; round < rounds; round++) {
      await measureBare()
      modal.push(await measureModal())
      page.push(await measurePage())
      handover.push(await measurePage(askColleague))
    }
  } finally {
    devtools.close()
    await browser.close()
    await stage.clear()
  }

  console.log(`reference, a bare page's press → frame    ${spreadOf(figures.bareFrame)} ms`)
  console.log(`reference, a bare page's INP              ${spreadOf(figures.bare)} ms`)
  console.log(`the shop's button, INP                    ${spreadOf(figures.opener)} ms`)
  console.log(
    `the same loop in the shop and the frame   ${spreadOf(figures.spinShop)} ms, ${spreadOf(figures.spinFrame)} ms: both are slowed down`,
  )
  printScreens('modal, 1280 px', modal)
  printScreens('page, 390 px', page)
  printScreens('page, 390 px, a colleague is asked', handover)

  console.log(`
Under 50 ms a task is not long and not told. "press → frame" ends with the page's own work for the frame after the press;
INP with the browser's presentation of it, which Chromium tells for "Confirm terms" only when the answer is drawn.`)
}
