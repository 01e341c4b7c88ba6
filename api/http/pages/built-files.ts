import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Reads a file of the widget's build. @throws Error that says how to make it */
export function readBuilt(path: string): Buffer {
  if (!existsSync(path)) {
    throw new Error(`${path} is not there: build the widget with "npm run build", then start again`)
  }
  return readFileSync(path)
}

/** Every file below a folder, as paths relative to it with "/"; none when there is no such folder. */
export function listBuilt(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** Whether a file is what the build made of the one beside it. */
export const isCompressedCopy = (name: string): boolean => /\.(?:br|gz)$/.test(name)
