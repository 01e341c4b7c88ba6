import { expect, type FrameLocator, type Page } from '@playwright/test'
import { origins } from '../fixtures/origins.ts'

/** The sandbox's mail, as a person reads it. */
export class Mailbox {
  readonly page: Page
  readonly origin: string
  constructor(page: Page, origin = origins.backd) {
    this.page = page
    this.origin = origin
  }

  /** Where the newest mail to an address leads, once it is there. */
  async linkTo(address: string): Promise<string> {
    const mail = await this.open(address)
    const href = await mail.getByRole('link').first().getAttribute('href')
    if (!href) throw new Error(`the mail to ${address} leads nowhere`)
    return href
  }

  /** The six digits in the newest mail to an address, once there are as many mails to it. */
  async codeTo(address: string, mails = 1): Promise<string> {
    const mail = await this.open(address, mails)
    return (await mail.getByText(/^\d{6}$/).textContent()) ?? ''
  }

  private async open(address: string, mails = 1): Promise<FrameLocator> {
    const rows = this.page.getByRole('link', { name: address })
    await expect(async () => {
      await this.page.goto(`${this.origin}/sandbox/mailbox`)
      expect(await rows.count()).toBeGreaterThanOrEqual(mails)
    }).toPass()
    await rows.first().click()
    return this.page.frameLocator('iframe[title="The mail"]')
  }
}
