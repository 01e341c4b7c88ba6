import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

/** Backd's checkout as a customer meets it, in the modal's frame or as a page. Roles and names only. */
export class Checkout {
  readonly root: FrameLocator | Page
  constructor(root: FrameLocator | Page) {
    this.root = root
  }

  /** The checkout inside the dialog on a merchant's page. */
  static inModal(page: Page): Checkout {
    return new Checkout(page.frameLocator('iframe[title="BackdPay checkout"]'))
  }

  plans(): Locator {
    return this.root.getByRole('radiogroup', { name: 'Payment terms' })
  }

  plan(name: string | RegExp): Locator {
    return this.plans().getByRole('radio', { name })
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name })
  }

  heading(): Locator {
    return this.root.getByRole('heading', { level: 1 })
  }

  agreement(): Locator {
    return this.root.getByRole('checkbox', { name: /^I agree/ })
  }

  /** Enters the code that the sandbox always takes, where a code is asked for. */
  async verify(): Promise<void> {
    await expect(this.heading()).toHaveText(/^(Verify it is you|Choose your payment terms)$/)
    if ((await this.heading().textContent()) !== 'Verify it is you') return
    await this.enterCode('000000')
    await expect(this.plans()).toBeVisible()
  }

  codeField(): Locator {
    return this.root.getByRole('textbox', { name: 'Six-digit code' })
  }

  async enterCode(code: string): Promise<void> {
    await this.codeField().fill(code)
    await this.button('Verify').click()
  }

  async chooseTerms(plan: string | RegExp): Promise<void> {
    await this.verify()
    await this.plan(plan).check()
    await this.button('Continue').click()
    await expect(this.agreement()).toBeVisible()
  }

  async confirmTerms(): Promise<void> {
    await this.agreement().check()
    await this.button('Confirm terms').click()
  }

  /** From the first screen to the last, and back to the merchant. */
  async complete(plan: string | RegExp = /^Net 30/): Promise<void> {
    await this.chooseTerms(plan)
    await this.confirmTerms()
    await this.returnToMerchant()
  }

  async returnToMerchant(): Promise<void> {
    await this.button(/^Return to/).click()
  }

  question(): Locator {
    return this.root.getByRole('dialog', { name: 'Leave checkout?' })
  }

  /** Closes it half-way, and means it. */
  async close(): Promise<void> {
    await this.verify()
    await this.button('Close checkout').click()
    await this.leave()
  }

  /** Answers the question that stands before leaving half-way. */
  async leave(): Promise<void> {
    await this.question().getByRole('button', { name: 'Leave' }).click()
  }
}
