import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2 AA and axe's best practices, in the page and in every frame it shows. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page whose styles are still on their way has other sizes and colours.
  await page.waitForLoadState('load')
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Off unless asked for, although WCAG 2.2 has it at AA (2.5.8).
      rules: { 'target-size': { enabled: true } },
    })
    .analyze()
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
  }))
  expect(found).toEqual([])
}
