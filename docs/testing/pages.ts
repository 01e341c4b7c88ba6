import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The repository. */
export const root = join(import.meta.dirname, '../..')

/** Every page of the documentation, and what people read of the repository and of the package first, by path. */
export function readPages(): { path: string; text: string }[] {
  const paths = ['README.md', 'widget/README.md', ...globSync('docs/**/*.md', { cwd: root })]
  return paths.sort().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
