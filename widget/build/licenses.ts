import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** A package whose code is in a build, and what its licence wants to be copied along. */
export interface Notice {
  name: string
  version: string
  /** As in SPDX: "MIT". */
  license: string
  /** The package's own file; none where the licence asks for no notice. */
  text?: string
}

/** Licences that ask for their text with each copy, and for no more. Another one has to be read before it is built with. */
const WITH_NOTICE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause']
/** Those that ask for nothing. */
const WITHOUT_NOTICE = ['Unlicense', '0BSD', 'CC0-1.0', 'MIT-0']

const LINE = `\n${'-'.repeat(80)}\n`

/**
 * Ships the licences of what a page bundles: `licenses-<hash>.txt` among its assets, and a comment in the document that
 * says where. Has to stand before a plugin that takes code out of the bundle.
 */
export function licenses(): Plugin {
  let base = '/'
  return {
    name: 'backd:licenses',
    enforce: 'pre',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    generateBundle: {
      // After the document is made.
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset')
          throw new Error('there is no index.html that could say where the licences are')
        const notices = findForeign(bundle).map(readNotice)
        if (notices.length === 0) return
        const file = this.emitFile({ type: 'asset', name: 'licenses.txt', source: writeNotices(notices) })
        const comment = `<!-- Third-party licences: ${base}${this.getFileName(file)} -->`
        page.source = String(page.source).replace('</head>', (end) => `  ${comment}\n  ${end}`)
      },
    },
  }
}

/** For a file that is to bundle nothing foreign, so that no licence has to go with it. */
export function ownCode(): Plugin {
  return {
    name: 'backd:own-code',
    apply: 'build',
    generateBundle(_options, bundle) {
      const [folder] = findForeign(bundle)
      if (folder) throw new Error(`${Object.keys(bundle)[0]} bundles ${folder}, and ships no licences`)
    },
  }
}

/** The folders of the packages whose code is in a bundle, each once, in order of their names. */
export function findForeign(bundle: Rolldown.OutputBundle): string[] {
  const ids = Object.values(bundle).flatMap((output) =>
    output.type === 'chunk'
      ? Object.entries(output.modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .map(([id]) => id)
      : [],
  )
  const folders = ids.map((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0])
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort()
}

/**
 * What a package in `node_modules` says of its licence.
 * @throws Error for a licence that nobody has read here, and for one whose text is missing
 */
export function readNotice(folder: string): Notice {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (WITHOUT_NOTICE.includes(license)) return { name, version, license }
  if (!WITH_NOTICE.includes(license)) {
    throw new Error(
      `${name} is bundled under the licence ${license ?? '(none)'}: read it, and add it to widget/build/licenses.ts or take another package`,
    )
  }
  const file = readdirSync(folder).find((one) => /^licen[cs]e(\.\w+)?$/i.test(one))
  if (!file) throw new Error(`${name} is bundled under ${license}, and has no file with its text`)
  return { name, version, license, text: readFileSync(join(folder, file), 'utf8').trim() }
}

/** The file's text: a heading for each package, "preact 11.2.0 (MIT)", and its licence. */
export function writeNotices(notices: readonly Notice[]): string {
  const parts = notices.map(
    ({ name, version, license, text }) => `${name} ${version} (${license})\n${text ? `\n${text}\n` : ''}`,
  )
  return ['This page also holds code that others wrote, under these licences.\n', ...parts].join(LINE)
}
