import { expect, type Locator, type Page } from '@playwright/test'
import { origins } from '../fixtures/origins.ts'
import { Shop } from './shop.ts'

/** The shop's back office as those who work there meet it. Roles and names only. */
export class BackOffice {
  readonly page: Page
  readonly origin: string
  constructor(page: Page, origin = origins.shop) {
    this.page = page
    this.origin = origin
  }

  async openList(): Promise<void> {
    await this.page.goto(`${this.origin}/orders`)
    await expect(this.page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible()
  }

  /** Finds an order by the beginning of either id. */
  async search(id: string, status = 'Any status'): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Order id' }).fill(id)
    await this.page.getByRole('combobox', { name: 'Status' }).selectOption(status)
    await this.button('Search').click()
  }

  rows(): Locator {
    return this.page
      .getByRole('table', { name: 'Orders, newest first' })
      .getByRole('row')
      .filter({
        has: this.page.getByRole('cell'),
      })
  }

  /** From the list to an order's page. */
  async openOrder(merchantOrderId: string): Promise<void> {
    await this.openList()
    await this.search(merchantOrderId)
    await this.page.getByRole('link', { name: merchantOrderId }).click()
    await expect(this.heading()).toContainText(merchantOrderId)
  }

  /** Names the order and its status. */
  heading(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  region(name: string): Locator {
    return this.page.getByRole('region', { name })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** That these are all the buttons of the order's page that change the order, by name. */
  async expectActions(names: string[]): Promise<void> {
    const main = this.page.getByRole('main')
    const shown = main.getByRole('button').or(main.getByRole('link', { name: /…$/ }))
    // The heading is there before the rest of the page is.
    await this.page.waitForLoadState('domcontentloaded')
    await expect
      .poll(async () => (await shown.allTextContents()).filter((name) => !clockMoves.includes(name)))
      .toEqual(names)
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true })
  }

  alert(): Locator {
    return this.page.getByRole('alert')
  }

  /** What was just done. */
  done(): Locator {
    return this.page.getByRole('status')
  }

  /** Fills the form that changes a placed order, and sends it. */
  async update(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.field(name).fill(value)
    await this.button('Save the changes').click()
  }

  async refund(amount: string): Promise<void> {
    await this.field('Amount to refund').fill(amount)
    await this.button('Ask for the refund').click()
  }

  /** The refunds so far, newest first: amount and status. */
  refunds(): Locator {
    return this.page
      .getByRole('table', { name: 'Refunds, newest first' })
      .getByRole('row')
      .filter({
        has: this.page.getByRole('cell'),
      })
  }

  /** The order's history, newest first. */
  history(): Locator {
    return this.region('History').getByRole('list').first().locator(':scope > *')
  }

  /** A refund is settled in the background, which a busy machine may take a moment for. */
  async untilSettled(): Promise<void> {
    await expect(async () => {
      await this.page.reload()
      await expect(this.refunds().first()).not.toContainText('Being settled', { timeout: 100 })
    }).toPass()
  }

  async moveTime(to: string): Promise<void> {
    await this.region('Sandbox time').getByRole('button', { name: to }).click()
    await expect(this.done()).toHaveText('The sandbox’s time is moved.')
  }
}

const clockMoves = ['Just past the refund’s lock', '1 day on', '7 days on', 'Back to real time']

/** Buys an order, and opens it in the back office. */
export async function openBought(page: Page, origin = origins.shop): Promise<BackOffice> {
  const id = await new Shop(page, origin).buy()
  const office = new BackOffice(page, origin)
  await office.openOrder(id)
  return office
}
