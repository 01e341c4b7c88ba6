import { expect, type Locator, test } from '@playwright/test'
import { openScreen } from './gallery.ts'

/**
 * Names that are read from right to left, inside sentences that are not. Each ends in a mark that belongs to neither
 * direction: it stands at the name's left end, and the sentence goes on at its right.
 */
const signs = [
  ['review', '. Nothing is due today.'],
  ['review', 'completes your order.'],
  ['done', 'can now complete your order.'],
  ['done', 'Return to'],
  ['terms', 'Order הזמנה'],
] as const

/** Where the exclamation mark that ends a name was drawn, and the name without it. */
const drawn = (sentence: Locator) =>
  sentence.evaluate((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode as Text
      const at = text.data.indexOf('!')
      if (at < 0) continue
      const left = (from: number, to: number) => {
        const range = new Range()
        range.setStart(text, from)
        range.setEnd(text, to)
        return range.getBoundingClientRect().left
      }
      return { mark: left(at, at + 1), name: left(0, at) }
    }
    throw new Error('no mark')
  })

test.use({ viewport: { width: 1280, height: 800 } })

for (const [screen, words] of signs) {
  test(`a name from right to left stays whole beside “${words}” on ${screen}`, async ({ page }) => {
    await openScreen(page, screen, 'right-to-left')
    const sentence = page.locator(':is(p, li > span, button > span)').filter({ hasText: words }).first()
    const { mark, name } = await drawn(sentence)
    expect(mark).toBeLessThan(name)
    // The sentence's own direction stays.
    await expect(sentence).toHaveCSS('direction', 'ltr')
  })
}
