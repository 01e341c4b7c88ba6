import type { Release } from './releases.ts'

/**
 * A page of the documentation with the newest release in place of the one before: the addresses of its files, their hashes,
 * `version: '…'`, and the name of the packed file. What a page says of older ones in other words stays.
 */
export function quoteRelease(text: string, before: Release | undefined, after: Release): string {
  if (!before) return text
  let quoted = text
    .replaceAll(`version: '${before.version}'`, `version: '${after.version}'`)
    .replaceAll(`backd-widget-${before.version}.tgz`, `backd-widget-${after.version}.tgz`)
  for (const { path, integrity } of before.files) {
    const next = after.files.find((file) => nameOf(file.path) === nameOf(path))
    if (next) quoted = quoted.replaceAll(path, next.path).replaceAll(integrity, next.integrity)
  }
  return quoted
}

const nameOf = (path: string) => path.split('/').at(-1)
