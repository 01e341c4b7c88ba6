import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { quoteRelease } from './quoted-release.ts'
import { addRelease, type Files, prepareReleases, readManifest } from './releases.ts'

/** `npm run release:script`: keeps what was built as the version that widget/package.json names, and writes it into the documentation. */
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'widget/releases')
const { version } = JSON.parse(readFileSync(join(root, 'widget/package.json'), 'utf8')) as { version: string }

const built = globSync(join(root, 'widget/dist/v1/*.{js,d.ts}')).sort()
const files: Files = Object.fromEntries(built.map((path) => [basename(path), readFileSync(path)]))

const before = readManifest(folder).releases[0]
const after = addRelease(folder, version, files)?.releases[0]
if (after) {
  for (const page of ['README.md', ...globSync('docs/**/*.md', { cwd: root })]) {
    const text = readFileSync(join(root, page), 'utf8')
    const quoted = quoteRelease(text, before, after)
    if (quoted !== text) writeFileSync(join(root, page), quoted)
  }
  prepareReleases(folder, join(root, 'widget/dist/releases'))
}
console.log(
  after ? `${version} is released: commit widget/releases and docs` : `${version} is released already`,
)
