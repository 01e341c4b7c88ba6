import { type ChildProcess, spawn } from 'node:child_process'
import { Builder, Capabilities, Key, type WebDriver, type WebElement } from 'selenium-webdriver'
import { type Engine, type Named, type Shown, type Tab, uncoveredFrame, until } from './tab.ts'

/** Where a role can be, since WebDriver looks by selector; the engine's own computed role and name then decide. */
const selectors: Record<Named['role'], string> = {
  button: 'button',
  radio: 'input[type=radio]',
  checkbox: 'input[type=checkbox]',
  textbox: 'input:not([type=radio], [type=checkbox])',
  heading: 'h1, h2',
  dialog: 'dialog',
}

/** WebKitGTK as Debian ships it: WebKitWebDriver and its own small browser. Needs a display (xvfb-run). */
export async function startWebkit(driverPath: string, browserPath: string, port: number): Promise<Engine> {
  const service = spawn(driverPath, [`--port=${port}`], { stdio: ['ignore', 'ignore', 'inherit'] })
  const server = `http://127.0.0.1:${port}`
  await until(`${driverPath} on port ${port}`, () =>
    fetch(`${server}/status`).then(
      ({ ok }) => ok,
      () => false,
    ),
  )
  let driver: WebDriver | undefined
  let name = 'WebKit'
  const start = async () => {
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browserPath, args: ['--automation'] },
    })
    driver = await new Builder().usingServer(server).withCapabilities(capabilities).build()
    name = `WebKitGTK ${(await driver.getCapabilities()).getBrowserVersion()}`
    return driver
  }
  return {
    get name() {
      return name
    },
    async open() {
      // One browser has one session and one store, so each tab is a browser of its own.
      await driver?.quit()
      return createTab(await start())
    },
    async end() {
      await driver?.quit()
      await endOf(service)
    },
  }
}

function createTab(driver: WebDriver): Tab {
  const toPage = () => driver.switchTo().defaultContent()
  const toFrame = async () => {
    await toPage()
    const frame: WebElement | null = await driver.executeScript(`return ${uncoveredFrame}`)
    if (frame) await driver.switchTo().frame(frame)
    return frame !== null
  }
  return {
    goto: async (url: string) => {
      await toPage()
      await driver.get(url)
    },
    url: async () => {
      await toPage()
      return driver.getCurrentUrl()
    },
    evaluate: async <Value>(expression: string) => {
      await toPage()
      return driver.executeScript(`return ${expression}`) as Promise<Value>
    },
    press: async () => driver.actions().sendKeys(Key.ESCAPE).perform(),
    page: shown(driver, async () => {
      await toPage()
      return true
    }),
    frame: shown(driver, toFrame),
  }
}

/** What a selector finds in the document, and in the shadow tree of `<backd-pay-button>`. */
const everywhere = `return [document, ...[...document.querySelectorAll('backd-pay-button')].map((host) => host.shadowRoot)]
  .flatMap((root) => [...(root?.querySelectorAll(arguments[0]) ?? [])])`

function shown(driver: WebDriver, enter: () => Promise<boolean>): Shown {
  return {
    async find({ role, name }) {
      if (!(await enter())) return undefined
      const elements: WebElement[] = await driver.executeScript(everywhere, selectors[role])
      for (const element of elements) {
        if ((await element.getAriaRole()) !== role) continue
        if (name !== undefined && (await element.getAccessibleName()) !== name) continue
        if (!(await element.isDisplayed())) continue
        return {
          click: () => element.click(),
          // WebKit lets no script move the focus in a frame of another origin before the customer has touched it.
          async type(text) {
            await element.click()
            await element.sendKeys(text)
          },
        }
      }
      return undefined
    },
  }
}

async function endOf(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
