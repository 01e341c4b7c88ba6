import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/**
 * For tests of what is built: a file of widget/dist as text.
 * @param sources globs of what it is built from, in the repository
 * @throws Error with what to do when it is missing or older than one of them
 */
export function readBuilt(path: string, sources: string[]): string {
  const built = join(root, 'widget/dist', path)
  if (!existsSync(built)) throw new Error(`widget/dist/${path} is not there: run \`npm run build\` first`)
  const builtAt = statSync(built).mtimeMs
  const newer = globSync(sources, { cwd: root, exclude: ['**/*.test.*', '**/testing/**'] }).find(
    (source) => statSync(join(root, source)).mtimeMs > builtAt,
  )
  if (newer) throw new Error(`widget/dist/${path} is older than ${newer}: run \`npm run build\``)
  return readFileSync(built, 'utf8')
}
