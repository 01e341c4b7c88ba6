import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { importsOf, publishDeclaration } from './declarations.ts'
import { entries } from './entries.ts'

/**
 * Writes the package's types, widget/dist/npm/types: what the compiler makes of each entry and of the files that its
 * declarations import, and nothing else. Run by `npm run build:module`, after the entries themselves.
 */
const widget = join(import.meta.dirname, '..')
const root = join(widget, '..')
const target = join(widget, 'dist/npm/types')

const scratch = mkdtempSync(join(tmpdir(), 'backd-types-'))
try {
  const emitted = emit(scratch)
  rmSync(target, { recursive: true, force: true })
  for (const entry of Object.values(entries)) publish(join(emitted, entry))

  function publish(source: string): void {
    const name = relative(emitted, source).replace(/\.ts$/, '.d.ts')
    const file = join(target, name)
    const text = readFileSync(join(emitted, name), 'utf8')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, publishDeclaration(name, text))
    for (const path of importsOf(text).filter((path) => path.startsWith('.')))
      publish(join(dirname(source), path))
  }
} finally {
  rmSync(scratch, { recursive: true })
}

/** @returns where the declarations of widget/ are */
function emit(folder: string): string {
  const config = join(folder, 'tsconfig.json')
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    noEmitOnError: true,
    rootDir: root,
    outDir: folder,
    typeRoots: [join(root, 'node_modules/@types')],
  }
  const files = [...Object.values(entries), 'sdk/modal/css.d.ts'].map((path) => join(widget, path))
  writeFileSync(
    config,
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] }),
  )
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', config], { stdio: 'inherit' })
  return join(folder, 'widget')
}
