// @vitest-environment node
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { parts, peers } from '../build/entries.ts'
import { exported } from './exported.ts'
import { installPacked, type Packed } from './packed.ts'

/** The file that is published, judged by the ecosystem's own judges and by use in an empty project. */
// Each starts processes of its own, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000 })

const root = join(import.meta.dirname, '../..')

let packed: Packed
beforeAll(() => {
  packed = installPacked()
}, 60_000)
afterAll(() => rmSync(dirname(packed.project), { recursive: true }))

const specifierOf = (entry: string) => `@backd/widget${entry.slice(1)}`

test('it holds the entries, their types and what every package has, and no source', () => {
  const files = packed.run('tar', '-tzf', packed.file).trim().split('\n')
  expect(
    files.filter(
      (file) => !/^package\/(package\.json|LICENSE|README\.md|CHANGELOG\.md|dist\/npm\/)/.test(file),
    ),
  ).toEqual([])
  expect(files).toEqual(
    expect.arrayContaining(['package/LICENSE', 'package/README.md', 'package/CHANGELOG.md']),
  )
  expect(files.filter((file) => /\.test\.|(?<!\.d)\.tsx?$|contract/.test(file))).toEqual([])
})

test('its licence carries those of the packages whose code is in it, and of no other', async () => {
  const licence = packed.run('tar', '-xzOf', packed.file, 'package/LICENSE')
  const names = await findBundled()
  const named = [...licence.matchAll(/holds (\S+), which is not Backd's/g)].map(([, name]) => name)
  expect(named).toEqual(['fastest-levenshtein'])
  expect(names.sort()).toEqual(named)
  for (const name of names) {
    const folder = join(root, 'node_modules', name)
    const [file] = readdirSync(folder).filter((one) => /^licen[cs]e/i.test(one))
    expect(licence, name).toContain(readFileSync(join(folder, file ?? ''), 'utf8').trim())
  }
})

/** The packages that a bundler puts into an entry or what it loads, peers aside. */
async function findBundled(): Promise<string[]> {
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: {
        input: Object.values(parts).map((path) => join(root, 'widget', path)),
        external: peers,
        preserveEntrySignatures: 'strict',
      },
    },
  })) as Rolldown.RolldownOutput
  const modules = output.flatMap((chunk) =>
    chunk.type === 'chunk'
      ? Object.entries(chunk.modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .map(([id]) => id)
      : [],
  )
  const names = modules.map((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1])
  return [...new Set(names.filter((name) => name !== undefined && !name.startsWith('@backd/')))] as string[]
}

test('publint has nothing to say', async () => {
  const buffer = readFileSync(packed.file)
  const { messages, pkg } = await publint({
    strict: true,
    pack: {
      tarball: buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer,
    },
  })
  expect(pkg?.['name']).toBe('@backd/widget')
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

test('the types are not wrong, in Node’s ESM and in a bundler', async () => {
  const result = await checkPackage(createPackageFromTarballData(readFileSync(packed.file)))
  if (!result.types) throw new Error('no types found')
  // The package is ESM alone: what asks for CommonJS, or for TypeScript of before `exports`, is told so.
  const judged = result.problems.filter(
    (problem) => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
  )
  expect(judged).toEqual([])
  expect(Object.keys(result.entrypoints).sort()).toEqual(
    Object.keys(exported).concat('./package.json').sort(),
  )
})

test.each(Object.entries(exported))(
  '%s is imported on a server, changes nothing there, and offers %j alone',
  (entry, names) => {
    const script = `
    const before = Object.getOwnPropertyNames(globalThis)
    const names = Object.keys(await import('${specifierOf(entry)}'))
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name))
    console.log(JSON.stringify({ names, added }))`
    const { names: found, added } = JSON.parse(
      packed.run(process.execPath, '--input-type=module', '--eval', script),
    )
    expect(
      found.sort(),
      'a new export is named in widget/packed/exported.ts, and in the documentation',
    ).toEqual([...names].sort())
    // zod registers its classes under names of its own.
    expect(added.filter((name: string) => !name.startsWith('__zod'))).toEqual([])
  },
)
