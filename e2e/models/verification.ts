import { expect, type Page } from '@playwright/test'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createBilling, createServerOrder } from '../fixtures/orders.ts'
import type { Checkout } from './checkout.ts'
import { Mailbox } from './mailbox.ts'

/** The mailbox in another tab. */
export const mailboxBeside = async (page: Page, origin?: string) =>
  new Mailbox(await page.context().newPage(), origin)

/** Until the code's mail is said to be sent, and not only to be on its way. */
export const expectSent = (checkout: Checkout) =>
  expect(checkout.root.getByText(/^We sent a six-digit code to .•••@acme\.example/)).toBeVisible()

/** That the field is in error, in these words, with the focus in it. */
export async function expectError(checkout: Checkout, words: string | RegExp): Promise<void> {
  await expect(checkout.codeField()).toHaveAccessibleDescription(words)
  await expect(checkout.codeField()).toBeFocused()
}

/** An order of the merchant's server, whose checkout any browser can open. */
export async function createLink(page: Page, origin?: string): Promise<{ url: string; email: string }> {
  const billing = createBilling()
  const created = await createMerchantApi(page.request, origin).createOrder(createServerOrder({ billing }))
  return { url: (await created.json()).data.customer_url, email: billing.email }
}
