// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { createNames } from './short-names.ts'

const sheets = [
  `@import "./other.css";
/* .gone is no class, nor is 0.5rem */
.card { padding: 0.5rem var(--space); }
.card > .card-name:has(:checked), .card .lead { color: var(--ink); }`,
  ':root { --space: 1rem; --ink: #111; --space-2: var(--space); }',
]
const names = () => createNames(sheets)

describe('short names', () => {
  test('are given to what the style sheets name, the most frequent first', () => {
    expect(names().inSelector('.card > .card-name:has(:checked), .card .lead')).toBe(
      '.a > .b:has(:checked), .a .c',
    )
    expect(names().inValue('calc(0.5rem + var(--space) - var(--space-2))')).toBe(
      'calc(0.5rem + var(--a) - var(--c))',
    )
  })

  test('are the same in a component', () => {
    expect(names().inScript('<p class="card lead">')).toBe('<p class="a c">')
    expect(names().inScript("<p class={isOpen ? 'card' : 'card card-name'}>")).toBe(
      "<p class={isOpen ? 'a' : 'a b'}>",
    )
    expect(names().inScript("set({ '--ink': ink })")).toBe("set({ '--b': ink })")
  })

  test('leave words alone that happen to be names', () => {
    const code = `const screen = 'card' // class of card\nif (a.card === "lead") read(--lead)`
    expect(names().inScript(code)).toBe(code)
  })

  test.each(['<p class="cards">', "<p class={isOpen && 'cards'}>"])(
    'stop the build at a class that no style sheet has: %s',
    (code) => {
      expect(() => names().inScript(code)).toThrow('no style sheet has the class "cards"')
    },
  )

  test.each(['<p class={`card card-`}>', '<p class={names({ card: true })}>'])(
    'stop the build where a class is put together: %s',
    (code) => {
      expect(() => names().inScript(code)).toThrow(/whole name/)
    },
  )

  test('stop the build at a property that no style sheet has', () => {
    expect(() => names().inScript("set('--inc')")).toThrow('no style sheet has the property "--inc"')
  })

  test('tell which classes no element has', () => {
    const found = names()
    found.inScript('<p class="card lead">')
    expect(found.unusedClasses()).toEqual(['card-name'])
  })
})
