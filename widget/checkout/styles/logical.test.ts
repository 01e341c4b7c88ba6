// @vitest-environment node
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = [
  ...globSync('widget/checkout/styles/*.css'),
  ...globSync('widget/checkout/**/*.tsx', { exclude: ['**/*.test.tsx'] }),
]

/**
 * Names of sides and of the page's axes: in a language that is written from right to left they point the wrong way.
 * `to right` in a gradient that is the same from both ends, and media queries, which have no logical names, are fine.
 */
const physical =
  /(?:^|[^\w-])(?:(?:margin|padding|border|inset|scroll-(?:margin|padding))-(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height)|left|right|top|bottom|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear|justify-\w+)\s*:\s*(?:left|right)\b/

test.each(files)('%s names no side but start and end', (file) => {
  const text = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@media[^{]*/g, '')
  const lines = text.split('\n').filter((line) => physical.test(line))
  expect(lines).toEqual([])
})

test.each(['margin-left: 1px', 'left: 0', 'width: 3px', 'text-align: right', ' border-top-left-radius: 1px'])(
  '"%s" would be found',
  (line) => {
    expect(physical.test(line)).toBe(true)
  },
)

test.each([
  'margin-inline-start: 1px',
  'border-inline-end-color: red',
  'max-inline-size: 3rem',
  'stroke-width: 2',
  'border-width: 0 2px',
  'line-height: 1',
])('"%s" would not', (line) => expect(physical.test(line)).toBe(false))
