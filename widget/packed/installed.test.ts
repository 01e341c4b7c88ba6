// @vitest-environment node
import { cpSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { exported } from './exported.ts'
import { installPacked, type Packed } from './packed.ts'

/** An empty project with the packed file: a compiler of its own choice, and a bundler. */
const root = join(import.meta.dirname, '../..')
// Each starts processes of its own, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000 })

let packed: Packed
beforeAll(() => {
  packed = installPacked()
  cpSync(join(import.meta.dirname, 'use'), join(packed.project, 'use'), { recursive: true })
}, 60_000)
afterAll(() => rmSync(dirname(packed.project), { recursive: true }))

const tsc7 = join(root, 'node_modules/.bin/tsc')
const tsc5 = join(root, 'demo-merchant/node_modules/.bin/tsc')
const common = { target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [] }

test.each([
  ['TypeScript 7', tsc7, 'node16', 'node16'],
  ['TypeScript 7', tsc7, 'nodenext', 'nodenext'],
  ['TypeScript 7', tsc7, 'esnext', 'bundler'],
  ['TypeScript 5', tsc5, 'nodenext', 'nodenext'],
])(
  '%s compiles a strict merchant’s use of every entry',
  (_name, tsc, module, moduleResolution) => {
    expect(compile(tsc, { ...common, module, moduleResolution })).toBe('')
  },
  60_000,
)

/** Not skipLibCheck: the declarations themselves are judged as well. */
function compile(tsc: string, options: object): string {
  const compilerOptions = { ...options, strict: true, exactOptionalPropertyTypes: true, noEmit: true }
  packed.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['use'] }))
  return packed.run(tsc, '-p', '.')
}

describe('a bundler takes from the package what is used', () => {
  test.each([
    ['initializeWidget', '@backd/widget', /showModal/, /customElements|zod|levenshtein|jsx/i],
    ['defineElements', '@backd/widget/elements', /customElements/, /zod|MERCHANT_CLOSED/],
    ['useBackd', '@backd/widget/react', /pageshow/, /customElements|zod/],
    ['BackdPayButton', '@backd/widget/react', /customElements/, /zod/],
    ['validateOrder', '@backd/widget/validate', /is not a field here/, /customElements|showModal/],
  ])('%s of %s alone', async (name, specifier, holds, holdsNot) => {
    const code = await bundle(`import { ${name} } from '${specifier}'\nwindow.used = ${name}`)
    expect(code).toMatch(holds)
    expect(code).not.toMatch(holdsNot)
  })

  test.each(Object.keys(exported))('nothing of %s when nothing is used', async (entry) => {
    expect(await bundle(`import '@backd/widget${entry.slice(1)}'`)).not.toMatch(/\S/)
  })
})

/** What Vite makes of a page's script, as it is sent; what Backd does not bring is left out. */
async function bundle(source: string): Promise<string> {
  const entry = packed.write('main.js', source)
  const { output } = (await build({
    root: packed.project,
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: entry, external: ['react', 'zod'] } },
  })) as Rolldown.RolldownOutput
  return output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n')
}

describe('with React 18', () => {
  beforeAll(() => packed.useReact18())

  test('the types are those of React 18, too', () => {
    expect(compile(tsc7, { ...common, module: 'nodenext' })).toBe('')
  })

  test('a server renders the button', () => {
    const script = `
      import { BackdPayButton } from '@backd/widget/react'
      import { createElement, version } from 'react'
      import { renderToString } from 'react-dom/server'
      const html = renderToString(createElement(BackdPayButton, { pay: {}, onSuccess() {}, onClose() {}, onFail() {} }))
      console.log(version, html)`
    expect(packed.run(process.execPath, '--input-type=module', '--eval', script).trim()).toBe(
      '18.3.1 <backd-pay-button>Checkout with BackdPay</backd-pay-button>',
    )
  })
})
