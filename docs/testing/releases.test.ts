import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPages, root } from './pages.ts'

interface Release {
  version: string
  files: { path: string; integrity: string }[]
}

const manifest = JSON.parse(readFileSync(join(root, 'widget/releases/manifest.json'), 'utf8')) as {
  releases: Release[]
}
const [newest] = manifest.releases
const pages = readPages().filter(({ path }) => !path.startsWith('docs/adr/'))

test('what the documentation pins is the newest version of the script', () => {
  const pinned = pages.flatMap(({ path, text }) =>
    [
      ...text.matchAll(/\/widget\/(\d+\.\d+\.\d+)\/|\bversion: '([^']+)'|backd-widget-(\d+\.\d+\.\d+)\.tgz/g),
    ].map(([, inPath, inOption, inFile]) => `${path}: ${inPath ?? inOption ?? inFile}`),
  )
  expect(pinned.length).toBeGreaterThan(2)
  expect(pinned.filter((pin) => !pin.endsWith(`: ${newest?.version}`))).toEqual([])
})

test('each hash in the documentation is that of the file it stands beside', () => {
  const tags = pages.flatMap(({ text }) => [
    ...text.matchAll(/(\/widget\/[\w.]+\/[\w.]+)"\s+integrity="(sha384-[^"]+)"/g),
  ])
  expect(tags.length).toBeGreaterThan(1)
  for (const [, path, integrity] of tags) {
    expect(newest?.files.find((file) => file.path === path)?.integrity, path).toBe(integrity)
  }
  const known = newest?.files.map(({ integrity }) => integrity)
  const hashes = pages.flatMap(({ text }) => text.match(/sha384-[\w+/=]{10,}/g) ?? [])
  expect(hashes.filter((hash) => !known?.includes(hash))).toEqual([])
})
