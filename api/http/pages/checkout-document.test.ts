// @vitest-environment jsdom
import { createHash } from 'node:crypto'
import type { CheckoutBoot } from '@backd/contract/session.ts'
import { describe, expect, test } from 'vitest'
import { sampleFiles } from '../../testing/sample-dist.ts'
import { readCheckoutDocument } from './checkout-document.ts'

const sample = sampleFiles['checkout/index.html']
const document = readCheckoutDocument(sample)
const sourceOf = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`

/** What a browser makes of a document: the text of its elements, as it is hashed and run. */
function parse(html: string) {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const texts = (selector: string) =>
    [...parsed.querySelectorAll(selector)].map((element) => element.textContent ?? '')
  return { scripts: texts('script:not([type*="json"])'), styles: texts('style'), boots: texts('#backd-boot') }
}

describe('the hashes', () => {
  test('are those of the script and the style that a browser finds, in every rendering', () => {
    for (const html of [sample, document.render({ kind: 'modal' })]) {
      const { scripts, styles } = parse(html)
      expect(scripts).toHaveLength(1)
      expect(document.scriptSources).toEqual(scripts.map(sourceOf))
      expect(document.styleSources).toEqual(styles.map(sourceOf))
    }
  })

  test('hold for a file with Windows line ends, of which a browser sees none', () => {
    const windows = readCheckoutDocument(sample.replace('<style>', '<style>\n').replaceAll('\n', '\r\n'))
    const { scripts, styles } = parse(windows.render({ kind: 'modal' }))
    expect(windows.scriptSources).toEqual(scripts.map(sourceOf))
    expect(windows.styleSources).toEqual(styles.map(sourceOf))
  })

  test('leave out scripts that are files', () => {
    const withFile = sample.replace(
      '</head>',
      '<script type="module" src="/checkout/assets/a.js"></script></head>',
    )
    expect(readCheckoutDocument(withFile).scriptSources).toEqual(document.scriptSources)
  })
})

describe('the boot', () => {
  test.each([
    '</script><script>alert(1)</script>',
    '<!--<script>',
    ']]>-->',
    "$& $1 $` $' $$",
    '\u2028\u2029',
    '\\u003c "quoted" \'single\' & ü 🧾',
  ])('carries %j as it is, and nothing of it becomes markup', (message) => {
    const boot: CheckoutBoot = { kind: 'refused', code: 'unauthorized', message }
    const html = document.render(boot)
    const { scripts, boots } = parse(html)
    expect(boots).toHaveLength(1)
    expect(JSON.parse(boots[0] ?? '')).toEqual(boot)
    expect(scripts).toEqual(parse(sample).scripts)
    expect(boots[0]).not.toMatch(/[<\u2028\u2029]/)
  })

  test('is all that differs from the file', () => {
    expect(document.render({ kind: 'modal' })).toBe(sample)
  })
})

describe('a file that is not the checkout', () => {
  test.each([
    ['no boot element', sample.replace('id="backd-boot"', 'id="boot"')],
    [
      'a boot element only in a comment',
      sample.replace(/(<script type="application\/json".*<\/script>)/, '<!--$1-->'),
    ],
    ['no inline script', sample.replace(/<script type="module">.*<\/script>/, '')],
    ['nothing', ''],
  ])('%s: an error that says to build', (_what, file) => {
    expect(() => readCheckoutDocument(file)).toThrow(/npm run build/)
  })

  test('a script that browsers would end elsewhere is not hashed but refused', () => {
    const tricky = sample.replace('const boot', 'const a="<!--",b="<script>";const boot')
    expect(() => readCheckoutDocument(tricky)).toThrow(/browsers would not end it where we do/)
  })
})
