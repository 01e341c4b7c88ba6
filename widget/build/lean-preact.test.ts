import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { answered, withoutClasses } from './lean-preact.ts'

const path = createRequire(import.meta.url)
  .resolve('preact')
  .replace(/dist\/.*/, 'dist/preact.mjs')
const whole = readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL.*/, '')
const lean = answered(withoutClasses(whole))

test('Preact without what nobody here uses still draws, redraws and takes away', async () => {
  const { createContext, createElement, Fragment, render }: typeof import('preact') = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(lean)}`
  )
  const Colour = createContext('none')
  let pressed = 0
  const removed: string[] = []
  const keep = (name: string) => (element: Element | null) => {
    if (!element) removed.push(name)
  }
  const List = ({ names }: { names: string[] }) =>
    createElement(
      Fragment,
      null,
      createElement(
        'ul',
        { class: 'names', 'aria-label': 'Names' },
        names.map((name) => createElement('li', { key: name, ref: keep(name) }, name)),
      ),
      createElement('button', { onClick: () => pressed++, disabled: names.length > 2 }, 'Press'),
      createElement('svg', { viewBox: '0 0 1 1' }, createElement('path', { d: 'M0 0' })),
      createElement('input', { value: names[0], checked: false }),
    )
  const draw = (names: string[]) =>
    createElement(Colour.Provider, { value: 'red' }, createElement(List, { names }))

  const root = document.createElement('div')
  render(draw(['a', 'b', 'c']), root)
  const list = () => root.querySelector('ul')?.textContent
  const b = root.querySelectorAll('li')[1]
  expect(list()).toBe('abc')
  expect(root.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg')
  expect(root.querySelector('button')?.disabled).toBe(true)

  removed.length = 0
  render(draw(['c', 'b']), root)
  expect(list()).toBe('cb')
  expect(root.querySelectorAll('li')[1]).toBe(b)
  expect(root.querySelector('input')?.value).toBe('c')
  root.querySelector('button')?.click()
  expect(pressed).toBe(1)

  render(null, root)
  expect(root.innerHTML).toBe('')
  expect(removed).toContain('a')
})

test('takes a good part of it away, and nothing that only classes have is left', () => {
  expect(lean.length).toBeLessThan(whole.length * 0.9)
  expect(lean).not.toMatch(/componentDidMount|getDerivedState|dangerouslySetInnerHTML/)
})

test('stops the build with another Preact', () => {
  expect(() => answered('export const render = () => {}')).toThrow(/Preact no longer asks about/)
})
