import { expect, type Locator, type Page } from '@playwright/test'
import { origins } from '../fixtures/origins.ts'
import { Shop, type ShopMode } from './shop.ts'

/** The same shop as a single-page application in React, on the npm package: its routes, and what it leaves behind. */
export class Storefront extends Shop {
  constructor(page: Page, origin = origins.shop) {
    super(page, `${origin}/spa`)
  }

  /** A change of route that no click asked for, such as a session that ran out: an open modal takes no clicks. */
  async navigate(path: string): Promise<void> {
    await this.page.evaluate((to) => history.pushState(null, '', to), `/spa${path}`)
  }

  heading(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  payButton(): Locator {
    return this.page.getByRole('button', { name: 'Checkout with BackdPay' })
  }

  dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'BackdPay checkout' })
  }

  /** What the page says after BackdPay closed. */
  said(): Locator {
    return this.page.getByRole('region', { name: 'Payment' }).getByRole('status')
  }

  /** The page that both modes end on. */
  async resultPage(): Promise<void> {
    await this.page.waitForURL(`${this.origin}/result?*`)
    await expect(this.heading()).toHaveText('Thank you, Joe')
  }

  override async orderPage(_mode?: ShopMode): Promise<void> {
    await this.resultPage()
    await this.page.getByRole('link', { name: 'View the order' }).click()
    await this.page.waitForURL('**/purchases/**')
  }
}
