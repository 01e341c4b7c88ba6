import type { Plugin } from 'vite'

/**
 * Where the entry leaves what the later parts need of it (Preact, hooks, primitives). An inline module has no address
 * that another could import from, so the parts read it from here.
 */
const SHARED = 'globalThis.backdShared'

const PRELOAD_HELPER = '\0vite/preload-helper.js'

/**
 * Puts the entry's script and styles into index.html, so that the checkout is usable after one round trip. The API
 * allows both by their CSP hash. What is imported later stays files of its own, which share the inlined entry's
 * modules.
 */
export function inlineEntry(): Plugin {
  let base = '/'
  return {
    name: 'backd:inline-entry',
    enforce: 'pre',
    configResolved(config) {
      base = config.base
    },
    // Vite's own helper loads a part's styles by link elements. Ours come with the part: 1 KB less in the document.
    load: (id) => (id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load()' : undefined),
    generateBundle: {
      // After Vite's own, which still writes into the entry.
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') throw new Error('the checkout build made no index.html')
        const outputs = Object.entries(bundle)
        const entries = outputs.filter(([, output]) => output.type === 'chunk' && output.isEntry).map(nameOf)
        for (const [name, output] of outputs) {
          if (output.type === 'asset') {
            if (!name.endsWith('.css')) continue
            page.source = inlineInto(
              page.source,
              name,
              'head',
              `<style>${withoutMarks(String(output.source))}</style>`,
            )
            delete bundle[name]
          } else if (output.isEntry) {
            const folder = base + name.slice(0, name.lastIndexOf('/') + 1)
            const code = shareExports(rebaseImports(output.code.trim(), folder)).replaceAll(
              '</script',
              '<\\/script',
            )
            page.source = inlineInto(page.source, name, 'body', `<script type="module">${code}</script>`)
            delete bundle[name]
          } else {
            output.code = readShared(output.code, entries)
          }
        }
      },
    },
  }
}

/** Vite notes which chunk a style sheet belongs to. */
const withoutMarks = (css: string) => css.replace(/\/\*\$vite\$:\d+\*\//g, '').trim()

const nameOf = ([name]: [string, unknown]) => name

/** Takes the element that loads the file out of the page, and puts what was in the file at the end of a section. */
function inlineInto(
  page: string | Uint8Array,
  name: string,
  section: 'head' | 'body',
  element: string,
): string {
  const escaped = name.replaceAll('.', '\\.')
  const tag = new RegExp(`\\s*<(script|link)[^>]*(src|href)="[^"]*${escaped}"[^>]*>(</script>)?`)
  // A function, since `$&` in the code would be read as a replacement pattern.
  return String(page)
    .replace(tag, '')
    .replace(`</${section}>`, (end) => element + end)
}

/** What a file's address ends in once one could not be fetched (parts/part.ts). */
const RETRIED = 'globalThis.backdRetried||""'

/**
 * An inline module's address is the page's: what it imports by a relative one needs the whole. Some engines remember a
 * failed import, so a retry is told from it by its query.
 */
export function rebaseImports(code: string, folder: string): string {
  return code.replace(
    /\bimport\(\s*([`"'])\.\/([^`"']+)\1\s*\)/g,
    (_, _quote, path) => `import("${folder}${path}"+(${RETRIED}))`,
  )
}

/**
 * `export{a as n,b as t};` → `globalThis.backdShared={n:a,t:b};`
 * @throws Error for any other kind of export
 */
export function shareExports(code: string): string {
  const shared = code.replace(/\bexport\s*\{([^{}]*)\};?\s*$/, (_, list: string) => {
    const properties = namesOf(list).map(([own, outside]) => `${outside}:${own}`)
    return `${SHARED}={${properties.join(',')}};`
  })
  if (/(?:^|[;}\n])export[\s*{]/.test(shared)) {
    throw new Error('the entry exports in a way that the later parts could not read')
  }
  return shared
}

/**
 * `import{n as a}from"./index-x.js";` → `const{n:a}=globalThis.backdShared;`
 * @param entries the names of the files that are inlined
 * @throws Error for any other kind of import of them
 */
export function readShared(code: string, entries: string[]): string {
  const isEntry = (path: string) => entries.some((name) => path.endsWith(`/${name.split('/').at(-1)}`))
  return code.replace(
    /\bimport\s*(?:([^"';()]*?)\s*from\s*)?["']([^"']+)["'];?/g,
    (whole, names: string | undefined, path: string) => {
      if (!isEntry(path)) return whole
      // For its effects alone, which were had when the document was opened.
      if (names === undefined) return ''
      const list = /^\{([^{}]*)\}$/.exec(names)?.[1]
      if (list === undefined)
        throw new Error(`a later part imports the entry in a way that cannot be shared: ${whole}`)
      const properties = namesOf(list).map(([outside, own]) => `${outside}:${own}`)
      return `const{${properties.join(',')}}=${SHARED};`
    },
  )
}

/** "a as n, b" → [["a", "n"], ["b", "b"]] */
function namesOf(list: string): [string, string][] {
  return list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [first = '', second = first] = one.split(/\s+as\s+/)
      return [first, second]
    })
}
