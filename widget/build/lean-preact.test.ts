import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { answered, withoutClasses } from './lean-preact.ts'

const dist = createRequire(import.meta.url)
  .resolve('preact')
  .replace(/dist\/.*/, '')
const read = (module: string) =>
  readFileSync(`${dist}${module}`, 'utf8').replace(/\n\/\/# sourceMappingURL.*/, '')
const address = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`

const whole = read('dist/preact.mjs')
const lean = answered(withoutClasses(whole))
const core: Promise<typeof import('preact')> = import(/* @vite-ignore */ address(lean))

const leanHooks = withoutClasses(read('hooks/dist/hooks.mjs'))
/** The hooks of that very Preact: the same address is the same module. */
const hooks: Promise<typeof import('preact/hooks')> = import(
  /* @vite-ignore */ address(leanHooks.replace('from"preact"', `from${JSON.stringify(address(lean))}`))
)

test('Preact without what nobody here uses still draws, redraws and takes away', async () => {
  const { createContext, createElement, Fragment, render } = await core
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

test('its hooks keep a state, hear of a context, and run and end an effect', async () => {
  const { createContext, createElement, options, render } = await core
  const { useContext, useEffect, useState } = await hooks
  // Effects run, and states are drawn, when this test says so.
  const waiting: (() => void)[] = []
  options.debounceRendering = options.requestAnimationFrame = (next) => void waiting.push(next)
  const settle = () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) next()
  }

  const Colour = createContext('none')
  const seen: string[] = []
  const Counter = () => {
    const [count, setCount] = useState(0)
    const colour = useContext(Colour)
    useEffect(() => {
      seen.push(`${count} begins`)
      return () => void seen.push(`${count} ends`)
    }, [count])
    return createElement('button', { onClick: () => setCount((before) => before + 1) }, `${count} ${colour}`)
  }
  // The same element each time: only the context can have it drawn anew.
  const counter = createElement(Counter, null)
  const draw = (colour: string) => {
    render(createElement(Colour.Provider, { value: colour, children: counter }), root)
    settle()
  }

  const root = document.createElement('div')
  draw('red')
  expect(root.textContent).toBe('0 red')
  expect(seen).toEqual(['0 begins'])

  root.querySelector('button')?.click()
  settle()
  expect(root.textContent).toBe('1 red')
  expect(seen).toEqual(['0 begins', '0 ends', '1 begins'])

  draw('blue')
  expect(root.textContent).toBe('1 blue')
  expect(seen).toHaveLength(3)

  render(null, root)
  settle()
  expect(seen.slice(3)).toEqual(['1 ends'])
})

test('takes a good part of it away, and nothing that only classes have is left', () => {
  expect(lean.length).toBeLessThan(whole.length * 0.9)
  expect(lean).not.toMatch(/componentDidMount|getDerivedState|dangerouslySetInnerHTML/)
})

test('stops the build with another Preact', () => {
  expect(() => answered('export const render = () => {}')).toThrow(/Preact no longer asks about/)
})
