import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** The declarations of the script tag's face, `widget.d.ts` beside the script: the public types, which import nothing, with the global. */
export function scriptTypes(): Plugin {
  return {
    name: 'backd:script-types',
    generateBundle() {
      const source = readFileSync(join(import.meta.dirname, '../sdk/types.ts'), 'utf8')
      this.emitFile({ type: 'asset', fileName: 'widget.d.ts', source })
    },
  }
}
