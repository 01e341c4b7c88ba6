import { expect, type Locator, type Page } from '@playwright/test'
import { hostPages } from '../fixtures/host-pages.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from './checkout.ts'

interface Call {
  name: 'onSuccess' | 'onClose' | 'onFail'
  data: Record<string, unknown>
}

interface Where {
  origin?: string
  path?: (typeof hostPages)[keyof typeof hostPages]
  /** Of initializeWidget, in place of the page's own. */
  options?: object
}

declare global {
  interface Window {
    calls: Call[]
    order: unknown
    options: object
    handle: { close(): void }
  }
}

/** A bare merchant page that passes one order to initializeWidget and writes down every callback. */
export class HostPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Opens one of the merchant's pages and gives it the order that its button will pass. */
  async open(
    order: object,
    { origin = origins.host, path = hostPages.scriptTag, options = {} }: Where = {},
  ): Promise<void> {
    await this.page.goto(`${origin}${path}`)
    await this.page.evaluate(
      (given) => {
        window.order = given.order
        window.options = given.options
      },
      { order, options },
    )
  }

  /** Opens the page and presses its button. */
  async checkout(order: object, where?: Where): Promise<Checkout> {
    await this.open(order, where)
    return this.pressButton()
  }

  async pressButton(): Promise<Checkout> {
    await this.opener().click()
    return Checkout.inModal(this.page)
  }

  scrollTop(): Promise<number> {
    return this.page.evaluate(() => window.scrollY)
  }

  /** Turns the wheel until the page follows: a turn that falls into the moment in which it is set free is lost. */
  async expectScrolls(from = 0): Promise<void> {
    await expect
      .poll(async () => {
        await this.page.mouse.wheel(0, 500)
        return this.scrollTop()
      })
      .toBeGreaterThan(from)
  }

  opener(): Locator {
    return this.page.getByRole('button', { name: 'Checkout with BackdPay' })
  }

  dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'BackdPay checkout' })
  }

  /** Waits for the first callback, then a little longer, so that a second one would be seen. */
  async calls(): Promise<Call[]> {
    await expect
      .poll(() => this.page.evaluate(() => window.calls.length), { timeout: 20_000 })
      .toBeGreaterThan(0)
    await this.page.waitForTimeout(300)
    return this.page.evaluate(() => window.calls)
  }
}
