// @vitest-environment node
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { quoteRelease } from './quoted-release.ts'
import { addRelease, prepareReleases, type Release, readManifest } from './releases.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'backd-releases-'))
  folder = join(root, 'releases')
})
afterEach(() => rmSync(root, { recursive: true }))

const files = (text = 'first') => ({
  'widget.js': Buffer.from(`window.widgetBackd = '${text}'`),
  'widget.d.ts': Buffer.from('export {}\n'),
})

describe('a release', () => {
  test('keeps the built files as they are, and says their sizes and hashes', () => {
    const manifest = addRelease(folder, '1.0.0', files())
    expect(manifest).toMatchObject({ latest: '1.0.0', releases: [{ version: '1.0.0' }] })
    expect(readManifest(folder)).toEqual(manifest)
    const content = readFileSync(join(folder, '1.0.0/widget.js'))
    expect(content).toEqual(files()['widget.js'])
    expect(manifest?.releases[0]?.files[0]).toEqual({
      path: '/widget/1.0.0/widget.js',
      size: content.length,
      gzip_size: expect.any(Number),
      integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    })
  })

  test('of the same bytes again is none', () => {
    addRelease(folder, '1.0.0', files())
    expect(addRelease(folder, '1.0.0', files())).toBeUndefined()
  })

  test.each([
    ['another script', files('second')],
    ['one file less', { 'widget.js': files()['widget.js'] }],
    ['one file more', { ...files(), 'diagnose.js': Buffer.from('0') }],
  ])('of %s under a version that is released is refused, and what is there stays', (_, other) => {
    addRelease(folder, '1.0.0', files())
    expect(() => addRelease(folder, '1.0.0', other)).toThrow(
      '1.0.0 is released, and the build is of other bytes: a release never changes. Raise the version in widget/package.json.',
    )
    expect(readFileSync(join(folder, '1.0.0/widget.js'))).toEqual(files()['widget.js'])
    expect(readdirSync(join(folder, '1.0.0'))).toHaveLength(2)
  })

  test('of a higher version comes before the one that was the latest, and leaves it', () => {
    addRelease(folder, '1.9.0', files())
    const manifest = addRelease(folder, '1.10.0', files('second'))
    expect(manifest?.latest).toBe('1.10.0')
    expect(manifest?.releases.map(({ version }) => version)).toEqual(['1.10.0', '1.9.0'])
    expect(readFileSync(join(folder, '1.9.0/widget.js'))).toEqual(files()['widget.js'])
  })

  test.each(['1.8.9', '0.10.0', '1.9.0-next.1', 'v1', '../1.9.1', ''])(
    'of the version %j after 1.9.0 is refused',
    (version) => {
      addRelease(folder, '1.9.0', files())
      expect(() => addRelease(folder, version, files('second'))).toThrow(/widget\/package\.json/)
      expect(readdirSync(folder).sort()).toEqual(['1.9.0', 'manifest.json'])
    },
  )
})

describe('the build', () => {
  const to = () => join(root, 'dist/releases')

  test('has every release with compressed copies, and the manifest', () => {
    addRelease(folder, '1.0.0', files())
    addRelease(folder, '1.1.0', files('second'))
    prepareReleases(folder, to())
    expect(JSON.parse(readFileSync(join(to(), 'manifest.json'), 'utf8'))).toEqual(readManifest(folder))
    for (const [version, text] of [
      ['1.0.0', 'first'],
      ['1.1.0', 'second'],
    ] as const) {
      const read = (ending: string) => readFileSync(join(to(), version, `widget.js${ending}`))
      expect(read('')).toEqual(files(text)['widget.js'])
      expect(brotliDecompressSync(read('.br'))).toEqual(read(''))
      expect(gunzipSync(read('.gz'))).toEqual(read(''))
    }
  })

  test('before the first release has an empty manifest', () => {
    prepareReleases(folder, to())
    expect(JSON.parse(readFileSync(join(to(), 'manifest.json'), 'utf8'))).toEqual({
      latest: null,
      releases: [],
    })
  })

  test('stops at a released file of which one byte was changed', () => {
    addRelease(folder, '1.0.0', files())
    writeFileSync(join(folder, '1.0.0/widget.js'), files('firsT')['widget.js'])
    expect(() => prepareReleases(folder, to())).toThrow(/1\.0\.0\/widget\.js was changed since its release/)
  })

  test('stops at a file that was put into a release', () => {
    addRelease(folder, '1.0.0', files())
    writeFileSync(join(folder, '1.0.0/diagnose.js'), '0')
    expect(() => prepareReleases(folder, to())).toThrow(/1\.0\.0\/diagnose\.js is in no manifest/)
  })

  test('stops at a released file that is gone, and at a folder that was never released', () => {
    addRelease(folder, '1.0.0', files())
    rmSync(join(folder, '1.0.0/widget.d.ts'))
    expect(() => prepareReleases(folder, to())).toThrow(/widget\.d\.ts is gone, but was released/)

    addRelease(join(root, 'other'), '1.0.0', files())
    writeFileSync(join(root, 'other/1.2.0'), '')
    expect(() => prepareReleases(join(root, 'other'), to())).toThrow(/1\.2\.0 is in no manifest/)
  })
})

test('a page quotes the new release in place of the one before, and tells of others as before', () => {
  const of = (version: string, name: string, hash: string) => ({
    path: `/widget/${version}/${name}`,
    integrity: `sha384-${hash}`,
    size: 1,
    gzip_size: 1,
  })
  const release = (version: string, hash: string): Release => ({
    version,
    files: [of(version, 'elements.js', `e${hash}`), of(version, 'widget.js', `w${hash}`)],
  })
  const page = (version: string, hash: string) =>
    `<script src="https://b.example/widget/${version}/widget.js" integrity="sha384-w${hash}">
loadWidget({ version: '${version}' }); backd-widget-${version}.tgz; /widget/0.9.0/widget.js; "1.0.0" was the first`
  expect(quoteRelease(page('1.0.0', 'A+/='), release('1.0.0', 'A+/='), release('1.1.0', 'B'))).toBe(
    page('1.1.0', 'B'),
  )
  expect(quoteRelease(page('1.0.0', 'A'), undefined, release('1.1.0', 'B'))).toBe(page('1.0.0', 'A'))
})
