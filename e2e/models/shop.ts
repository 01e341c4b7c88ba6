import { expect, type Page } from '@playwright/test'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from './checkout.ts'

export type ShopMode = 'Modal' | 'Redirect' | 'By server'

/** The demo shop as its customer meets it: from the shelf to the order's page. */
export class Shop {
  readonly page: Page
  readonly origin: string
  constructor(page: Page, origin = origins.shop) {
    this.page = page
    this.origin = origin
  }

  /** Puts the published pages' order, three MacBook Pro, into the cart and goes to the checkout page. */
  async fillCart(): Promise<void> {
    await this.page.goto(`${this.origin}/`)
    await this.page.getByRole('button', { name: 'Add 3 to cart' }).click()
    await this.page.getByRole('link', { name: 'Continue to checkout' }).click()
    await expect(this.page.getByRole('heading', { name: 'Checkout', level: 1 })).toBeVisible()
  }

  /** Opens BackdPay from the checkout page, in either mode. */
  async checkout(mode: ShopMode): Promise<Checkout> {
    await this.page.getByText(mode, { exact: true }).click()
    await expect(this.page.getByRole('radio', { name: mode })).toBeChecked()
    // Before the shop's own script runs, the button is the one of a page without scripts.
    await this.page.waitForLoadState()
    await this.page.getByRole('button', { name: 'Checkout with BackdPay' }).click()
    if (mode !== 'Redirect') return Checkout.inModal(this.page)
    await this.page.waitForURL(`${origins.backd}/checkout/**`)
    return new Checkout(this.page)
  }

  /** Presses the button of a page that BackdPay's script did not come to. */
  async checkoutWithoutScript(): Promise<Checkout> {
    await this.page.getByRole('button', { name: 'Checkout with BackdPay' }).click()
    await this.page.waitForURL(`${origins.backd}/checkout/**`)
    return new Checkout(this.page)
  }

  /** From now on the customer's browser asks Backd for an order of $1,000.00 in place of the shop's; the sums agree. */
  async cheat(): Promise<void> {
    await this.page.route('**/checkout/api/orders', async (route) => {
      const body = route.request().postDataJSON()
      Object.assign(body.order, {
        cart_amount: 1000,
        order_total: 1000,
        tax_amount: 0,
        shipping_amount: 0,
        discount_amount: 0,
      })
      await route.continue({ postData: JSON.stringify(body) })
    })
  }

  /** Buys three MacBook Pro in the modal. @returns the order's id in the shop */
  async buy(): Promise<string> {
    await this.fillCart()
    await (await this.checkout('Modal')).complete()
    await this.orderPage()
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }

  /** Goes to the page of the order that was bought: at once in the modal, by the thank-you page after a redirect. */
  async orderPage(mode: ShopMode = 'Modal'): Promise<void> {
    if (mode === 'Redirect') await this.page.getByRole('link', { name: 'View the order' }).click()
    await this.page.waitForURL(`${this.origin}/purchases/**`)
  }
}
