import { expect, type Page } from '@playwright/test'
import { origins } from '../fixtures/origins.ts'

/** Opens one screen of the gallery and waits until it stands. */
export async function openScreen(page: Page, screen: string, order = 'usual'): Promise<void> {
  await page.goto(`${origins.gallery}/?screen=${screen}&order=${order}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
}

/** What the gallery's own list of contents names. */
export async function listContents(page: Page): Promise<{ screens: string[]; orders: string[] }> {
  await page.goto(origins.gallery)
  const read = async (name: string) => {
    const lines = page.getByRole('list', { name }).getByRole('listitem')
    await expect(lines.first()).toBeVisible()
    return (await lines.allTextContents()).map((line) => line.split(' ')[0] ?? '')
  }
  return { screens: await read('Screens'), orders: await read('Orders') }
}
