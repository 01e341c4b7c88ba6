import { expect, type Locator, type Page } from '@playwright/test'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from './checkout.ts'

interface Call {
  name: 'onSuccess' | 'onClose' | 'onFail'
  data: Record<string, unknown>
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

  /** Opens the page and presses its button. */
  async checkout(order: object, { origin = origins.host, options = {} } = {}): Promise<Checkout> {
    await this.page.goto(origin)
    await this.page.evaluate(
      (given) => {
        window.order = given.order
        window.options = given.options
      },
      { order, options },
    )
    await this.opener().click()
    return Checkout.inModal(this.page)
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
      .poll(() => this.page.evaluate(() => window.calls.length), { timeout: 12_000 })
      .toBeGreaterThan(0)
    await this.page.waitForTimeout(300)
    return this.page.evaluate(() => window.calls)
  }
}
