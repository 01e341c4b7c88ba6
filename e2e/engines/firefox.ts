import puppeteer, { type ElementHandle, type Frame } from 'puppeteer-core'
import { type Engine, type Named, type Shown, uncoveredFrame } from './tab.ts'

/** Firefox as Debian ships it, over WebDriver BiDi, which finds nodes by the engine's own accessibility tree. */
export async function startFirefox(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: 90_000,
    defaultViewport: { width: 1280, height: 900 },
  })
  return {
    name: await browser.version(),
    async open() {
      const context = await browser.createBrowserContext()
      const page = await context.newPage()
      const frame = async () => {
        const isUncovered = await page.evaluate(`Boolean(${uncoveredFrame})`)
        return isUncovered ? page.frames().find((one) => !one.detached && isCheckout(one)) : undefined
      }
      return {
        goto: async (url) => void (await page.goto(url)),
        url: async () => page.url(),
        evaluate: (expression) => page.evaluate(expression) as Promise<never>,
        press: (key) => page.keyboard.press(key),
        page: shown(async () => page.mainFrame()),
        frame: shown(frame),
      }
    },
    end: () => browser.close(),
  }
}

const isCheckout = (frame: Frame) => new URL(frame.url()).pathname === '/checkout/modal'

/** In the shadow tree of `<backd-pay-button>`, which a search of the document leaves out. */
async function findInButton(frame: Frame, selector: string): Promise<ElementHandle | null> {
  const host = await frame.$('backd-pay-button')
  const root = await host?.evaluateHandle(({ shadowRoot }) => shadowRoot as unknown as Element)
  return (await root?.$(selector)) ?? null
}

function shown(document: () => Promise<Frame | undefined>): Shown {
  return {
    async find({ role, name }: Named) {
      const selector = name ? `::-p-aria([name="${name}"][role="${role}"])` : `::-p-aria([role="${role}"])`
      const frame = await document()
      const element = (await frame?.$(selector)) ?? (frame && (await findInButton(frame, selector)))
      if (!element || !(await element.isVisible())) return undefined
      return {
        click: () => element.click(),
        type: (text) => element.type(text),
      }
    },
  }
}
