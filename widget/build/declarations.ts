import { peers } from './entries.ts'

/** What a declaration file imports or exports from, as the compiler writes it. */
export function importsOf(declaration: string): string[] {
  const found = declaration.matchAll(/\bfrom '([^']+)'|\bimport\("([^"]+)"\)|^import '([^']+)'/gm)
  return [...found].map(([, ...paths]) => paths.find(Boolean) as string)
}

/**
 * A declaration file as it is published: its neighbours by the names that they have there.
 * @param name in messages
 * @throws Error for what a merchant has not installed, such as the contract
 */
export function publishDeclaration(name: string, declaration: string): string {
  const strange = importsOf(declaration).find((path) => !path.startsWith('.') && !peers.includes(path))
  if (strange)
    throw new Error(`${name} would import ${strange}: state its types in widget/, as sdk/types.ts does`)
  return declaration.replaceAll(/(\bfrom '\.[^']+)\.tsx?'/g, "$1.js'")
}
