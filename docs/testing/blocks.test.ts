import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBlocks } from './blocks.ts'
import { root } from './pages.ts'

const blocks = readBlocks()
const where = ({ page, line }: { page: string; line: number }) => `${page}:${line}`

/** Languages that the tests beside this one check, wherever a block of them stands. */
const checked = new Set(['ts', 'tsx', 'js', 'html', 'json', 'sh', 'mermaid'])
const marks = new Set(['unchecked', 'checked by', 'type'])

test('every block is checked, or says why it is not', () => {
  expect(blocks.length).toBeGreaterThan(40)
  const silent = blocks.filter(({ language, mark }) => !mark && !checked.has(language))
  expect(silent.map(where)).toEqual([])
  const unknown = blocks.filter(({ mark }) => mark && !marks.has(mark.name))
  expect(unknown.map(where)).toEqual([])
  const unreasoned = blocks.filter(({ mark }) => mark?.name === 'unchecked' && mark.value.length < 15)
  expect(unreasoned.map(where)).toEqual([])
})

test('a test that a block names is there, and reads that page', () => {
  const named = blocks.filter(({ mark }) => mark?.name === 'checked by')
  for (const { page, mark } of named) {
    const path = join(root, mark?.value ?? '')
    expect(existsSync(path), `${page} names ${mark?.value}`).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain(page)
  }
})

test('JSON is JSON', () => {
  const broken = blocks.filter(({ language, code }) => language === 'json' && !isJson(code))
  expect(broken.map(where)).toEqual([])
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
