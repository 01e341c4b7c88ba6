import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Block, readBlocks, readScripts } from './blocks.ts'
import { root } from './pages.ts'

/** Inside the repository, where `@backd/widget` is the package as it was built. */
const folder = join(root, 'docs/.vitepress/cache/blocks')

const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2024', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'Bundler',
  moduleDetection: 'force',
  types: ['node'],
  jsx: 'react-jsx',
  skipLibCheck: true,
  noEmit: true,
}
const given = ['../given.d.ts']

/** What is compiled as if a strict merchant had pasted it, and what as plain JavaScript, by file name. */
const strict: Record<string, string> = {}
const loose: Record<string, string> = {}
for (const block of readBlocks().filter(({ mark }) => mark?.name !== 'unchecked')) {
  const { language, code, mark } = block
  const name = nameOf(block)
  if (language === 'ts' || language === 'tsx') strict[`${name}.${language}`] = code
  else if (language === 'js') loose[`${name}.js`] = code
  else if (language === 'html')
    for (const [index, script] of readScripts(code).entries()) loose[`${name}-${index}.js`] = script
  else if (mark?.name === 'type') strict[`${name}.ts`] = `export const value: ${mark.value} = ${code}`
}

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  write('strict', strict, { ...compilerOptions, strict: true, exactOptionalPropertyTypes: true })
  write('loose', loose, { ...compilerOptions, strict: false, allowJs: true, checkJs: true })
  copyFileSync(join(import.meta.dirname, 'given.d.ts'), join(folder, 'given.d.ts'))
})

test('TypeScript blocks compile against the package as it is built, and payloads are of their types', async () => {
  expect(Object.keys(strict).length).toBeGreaterThan(8)
  expect(await compile('strict')).toBe('')
}, 60_000)

test('JavaScript blocks and the scripts of HTML blocks use only what is there', async () => {
  expect(Object.keys(loose).length).toBeGreaterThan(3)
  expect(await compile('loose')).toBe('')
}, 60_000)

/** "docs-guide-callbacks-12": the page and the line, so that the compiler's message says where to look. */
function nameOf({ page, line }: Block): string {
  return `${page.replace(/\.md$/, '').replaceAll('/', '-')}-${line}`
}

function write(name: string, files: Record<string, string>, options: object): void {
  mkdirSync(join(folder, name), { recursive: true })
  for (const [path, code] of Object.entries(files)) writeFileSync(join(folder, name, path), code)
  const config = { compilerOptions: options, files: [...given, ...Object.keys(files)] }
  writeFileSync(join(folder, name, 'tsconfig.json'), JSON.stringify(config))
}

/** The compiler's complaints; empty when there are none. */
function compile(name: string): Promise<string> {
  const tsc = join(root, 'node_modules/.bin/tsc')
  return new Promise((resolve) =>
    execFile(tsc, ['-p', '.', '--pretty', 'false'], { cwd: join(folder, name) }, (error, stdout, stderr) =>
      resolve(error ? stdout + stderr || String(error) : ''),
    ),
  )
}
