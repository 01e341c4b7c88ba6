// @vitest-environment node
import { cpSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exported } from './exported.ts'
import { installPacked, type Packed } from './packed.ts'

/** An empty project with the packed file: a compiler of its own choice, and a bundler. */
const root = join(import.meta.dirname, '../..')
let packed: Packed
beforeAll(() => {
  packed = installPacked()
  cpSync(join(import.meta.dirname, 'use'), join(packed.project, 'use'), { recursive: true })
}, 60_000)
afterAll(() => rmSync(dirname(packed.project), { recursive: true }))

const compilers = {
  'TypeScript 7': join(root, 'node_modules/.bin/tsc'),
  'TypeScript 5': join(root, 'demo-merchant/node_modules/.bin/tsc'),
}

describe.each(Object.entries(compilers))('%s', (_name, tsc) => {
  test.each([
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])(
    'with module %s and moduleResolution %s compiles a strict merchant’s use of every entry',
    (module, moduleResolution) => {
      const options = {
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        module,
        moduleResolution,
        types: [],
      }
      // Not skipLibCheck: the declarations themselves are judged as well.
      const compilerOptions = { ...options, strict: true, exactOptionalPropertyTypes: true, noEmit: true }
      packed.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['use'] }))
      expect(packed.run(tsc, '-p', '.')).toBe('')
    },
    60_000,
  )
})

describe('a bundler takes from the package what is used', () => {
  test.each([
    ['initializeWidget', '@backd/widget', /showModal/, /customElements|zod|levenshtein|jsx/i],
    ['defineElements', '@backd/widget/elements', /customElements/, /zod|MERCHANT_CLOSED/],
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
    build: { write: false, rolldownOptions: { input: entry, external: ['zod'] } },
  })) as Rolldown.RolldownOutput
  return output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n')
}
