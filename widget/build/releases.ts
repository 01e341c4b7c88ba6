import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeCompressed } from './precompress.ts'

/**
 * The versions of the script that were released, in `widget/releases/`: their files below the version's name, and
 * `manifest.json`, which Backd also serves (docs/adr/0032). A version that was released never changes.
 */
export interface Manifest {
  /** The newest version, or null before the first. */
  latest: string | null
  /** The newest first. */
  releases: Release[]
}

export interface Release {
  /** "1.4.0". */
  version: string
  files: ReleasedFile[]
}

export interface ReleasedFile {
  /** Below Backd's origin: "/widget/1.4.0/widget.js". */
  path: string
  /** In bytes. */
  size: number
  gzip_size: number
  /** For a tag's `integrity` attribute: "sha384-…". */
  integrity: string
}

/** The files of one version, by name. */
export type Files = Record<string, Buffer>

const MANIFEST = 'manifest.json'

/** @param folder `widget/releases`; there may be none yet */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { latest: null, releases: [] }
}

/**
 * Releases the files under a version.
 * @returns the manifest with it; undefined when these very files are released under it already
 * @throws Error when the version is none, holds other files already, or is not above the latest
 */
export function addRelease(folder: string, version: string, files: Files): Manifest | undefined {
  const manifest = readManifest(folder)
  const release: Release = { version, files: Object.entries(files).map(describeFile(version)) }
  const known = manifest.releases.find((one) => one.version === version)
  if (known) {
    if (isSame(known, release)) return undefined
    throw new Error(
      `${version} is released, and the build is of other bytes: a release never changes. Raise the version in widget/package.json.`,
    )
  }
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(`widget/package.json has the version "${version}"; a release is of the form 1.4.0`)
  }
  if (manifest.latest !== null && compareVersions(version, manifest.latest) < 0) {
    throw new Error(
      `${version} is below ${manifest.latest}, which is released: raise it in widget/package.json`,
    )
  }
  const next = { latest: version, releases: [release, ...manifest.releases] }
  mkdirSync(join(folder, version), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, version, name), content)
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(next, null, 2)}\n`)
  return next
}

/**
 * Copies every release to where Backd serves it from, with compressed copies.
 * @throws Error that names a released file that is missing or changed, and any file that is in no manifest
 */
export function prepareReleases(from: string, to: string): void {
  const manifest = readManifest(from)
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  writeFileSync(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
  writeCompressed(join(to, MANIFEST))
  for (const { version, files } of manifest.releases) {
    mkdirSync(join(to, version))
    for (const { path, integrity } of files) {
      const name = nameOf(path)
      const content = readReleased(join(from, version, name))
      if (integrityOf(content) !== integrity) {
        throw new Error(
          `${join(from, version, name)} was changed since its release: take it out of git again`,
        )
      }
      writeFileSync(join(to, version, name), content)
      writeCompressed(join(to, version, name))
    }
  }
  const known = manifest.releases.flatMap(({ version, files }) =>
    files.map(({ path }) => join(version, nameOf(path))),
  )
  const stray = listFiles(from).find((file) => file !== MANIFEST && !known.includes(file))
  if (stray) throw new Error(`${join(from, stray)} is in no manifest: run "npm run release:script"`)
}

function readReleased(path: string): Buffer {
  if (!existsSync(path)) throw new Error(`${path} is gone, but was released: take it out of git again`)
  return readFileSync(path)
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** Every file below a folder, "1.4.0/widget.js". */
function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

/** What a tag's `integrity` attribute has to say (Subresource Integrity, section 3.1). */
export function integrityOf(content: Buffer): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`
}

const describeFile =
  (version: string) =>
  ([name, content]: [string, Buffer]): ReleasedFile => ({
    path: `/widget/${version}/${name}`,
    size: content.length,
    gzip_size: gzipSync(content, { level: 9 }).length,
    integrity: integrityOf(content),
  })

function isSame(one: Release, other: Release): boolean {
  const hashes = ({ files }: Release) => files.map(({ path, integrity }) => path + integrity).sort()
  return hashes(one).join() === hashes(other).join()
}

function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]]
  return a.map((part, at) => part - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0
}
