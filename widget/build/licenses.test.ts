// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { licenses, ownCode, readNotice, writeNotices } from './licenses.ts'

// Each builds; on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000 })

const root = join(import.meta.dirname, '../..')

describe.each(['checkout', 'spa'])('the build of the %s', (mode) => {
  test('ships the licence of each package whose code is in it, and says where', async () => {
    const bundled = new Set<string>()
    const listen: Plugin = {
      name: 'test:listen',
      renderChunk(_code, { modules }) {
        for (const [id, { renderedLength }] of Object.entries(modules)) {
          const name = id
            .split('/node_modules/')
            .at(-1)
            ?.match(/^(@[^/]+\/)?[^/]+/)?.[0]
          if (renderedLength > 0 && id.includes('/node_modules/') && name) bundled.add(name)
        }
      },
    }
    const { output } = (await build({
      configFile: join(root, 'vite.config.ts'),
      mode,
      logLevel: 'error',
      plugins: [listen],
      build: { write: false },
    })) as Rolldown.RolldownOutput
    const asset = (pattern: RegExp) => {
      const found = output.find(({ fileName }) => pattern.test(fileName))
      if (found?.type !== 'asset') throw new Error(`the build has no ${pattern}`)
      return { name: found.fileName, text: String(found.source) }
    }
    const { name, text } = asset(/licenses-[\w-]{8}\.txt$/)

    const headings = [...text.matchAll(/^-{80}\n(\S+) \d\S* \([\w.-]+\)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual([...bundled].sort())
    expect(headings).toContain(mode === 'checkout' ? 'preact' : 'react-dom')
    for (const foreign of bundled) {
      expect(text, foreign).toContain(readNotice(join(root, 'node_modules', foreign)).text ?? foreign)
    }
    const base = mode === 'checkout' ? '/checkout/assets/' : '/spa/'
    expect(asset(/^index\.html$/).text).toContain(`<!-- Third-party licences: ${base}${name} -->`)
  })
})

describe('a package', () => {
  let folder: string
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'backd-licenses-')), 'node_modules/far')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'index.js'), 'export const far = () => console.log(1)\n')
  })
  afterEach(() => rmSync(join(folder, '../..'), { recursive: true }))
  const describeAs = (license: string | undefined, text?: string) => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'far', version: '1.0.0', license }))
    if (text) writeFileSync(join(folder, 'licence.md'), text)
  }
  /** A page that uses it. */
  const bundle = async (plugin: Plugin) => {
    const page = join(folder, '../..')
    writeFileSync(
      join(page, 'index.html'),
      '<html><head></head><body><script type="module" src="./main.js"></script></body></html>',
    )
    writeFileSync(join(page, 'main.js'), `import { far } from 'far'\nfar()\n`)
    return build({
      root: page,
      configFile: false,
      logLevel: 'silent',
      plugins: [plugin],
      build: { write: false },
    })
  }

  test('with a licence that asks for its text is named with it', () => {
    describeAs('MIT', 'Copyright (c) Somebody\n')
    expect(readNotice(folder)).toEqual({
      name: 'far',
      version: '1.0.0',
      license: 'MIT',
      text: 'Copyright (c) Somebody',
    })
    expect(writeNotices([readNotice(folder)])).toContain('\nfar 1.0.0 (MIT)\n\nCopyright (c) Somebody\n')
  })

  test('with one that asks for nothing is named alone', () => {
    describeAs('Unlicense')
    expect(writeNotices([readNotice(folder)])).toMatch(/\nfar 1\.0\.0 \(Unlicense\)\n$/)
  })

  test.each([
    ['no licence', undefined, 'far is bundled under the licence (none)'],
    ['a licence that nobody has read', 'GPL-3.0-only', 'far is bundled under the licence GPL-3.0-only'],
    ['a licence without its text', 'MIT', 'far is bundled under MIT, and has no file with its text'],
  ])('with %s stops the build', async (_title, license, problem) => {
    describeAs(license)
    await expect(bundle(licenses())).rejects.toThrow(problem)
  })

  test('in a file that is to be our own stops the build', async () => {
    describeAs('MIT', 'Copyright (c) Somebody\n')
    await expect(bundle(ownCode())).rejects.toThrow(/bundles .*node_modules\/far, and ships no licences/)
  })
})
