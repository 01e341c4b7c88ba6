import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const CLASS = /\.([a-z][\w-]*)/g
const PROPERTY = /--[a-z][\w-]*/g
/** `class="…"` or `class={…}` without braces inside. What starts like one and is none can't be read. */
const ATTRIBUTE = /\bclass=(?:"([^"]*)"|\{([^{}`]*)\})/g
const ATTRIBUTE_START = /\bclass=["{]/g

/**
 * Shortens the names of classes and custom properties in the styles and wherever a component or a script names them:
 * about 700 bytes of gzip that nobody but us would read. The styles alone say what there is to rename, so a class that
 * none of them has stops the build, and so does one that no element has.
 * @param styles the folder of all style sheets
 */
export function shortNames(styles: string): Plugin {
  const names = createNames(
    globSync('*.css', { cwd: styles }).map((file) => readFileSync(resolve(styles, file), 'utf8')),
  )
  return {
    name: 'backd:short-names',
    enforce: 'pre',
    config: () => ({
      css: {
        postcss: {
          plugins: [
            {
              postcssPlugin: 'backd:short-names',
              // When the imports are in their places.
              OnceExit(root) {
                root.walkRules((rule) => {
                  rule.selector = names.inSelector(rule.selector)
                })
                root.walkDecls((declaration) => {
                  declaration.prop = names.inValue(declaration.prop)
                  declaration.value = names.inValue(declaration.value)
                })
              },
            },
          ],
        },
      },
    }),
    transform: {
      filter: { id: /\.tsx?$/ },
      handler: (code) => ({ code: names.inScript(code), map: null }),
    },
    generateBundle() {
      const unused = names.unusedClasses()
      if (unused.length > 0) throw new Error(`no element has the class ${unused.join(', ')}`)
    },
  }
}

/** The short names of all that the style sheets name; the more often one stands there, the shorter it is. */
export function createNames(sheets: readonly string[]) {
  // Without comments and strings.
  const whole = sheets.join('\n').replaceAll(/\/\*[\s\S]*?\*\/|"[^"]*"/g, '')
  const classes = shorten([...whole.matchAll(CLASS)].map(([, name = '']) => name))
  const properties = shorten(whole.match(PROPERTY) ?? [])
  const used = new Set<string>()

  const inClasses = (text: string) =>
    text.replace(/\S+/g, (name) => {
      used.add(name)
      return classes.get(name) ?? unknown('class', name)
    })
  const inValue = (text: string) =>
    text.replace(PROPERTY, (name) => `--${properties.get(name) ?? unknown('property', name)}`)

  return {
    inValue,
    inSelector: (selector: string) => selector.replace(CLASS, (_, name) => `.${classes.get(name)}`),
    /** @throws Error for a name that no style sheet has, and for a class that is put together */
    inScript(code: string): string {
      const attributes = code.match(ATTRIBUTE)?.length ?? 0
      if (attributes !== (code.match(ATTRIBUTE_START)?.length ?? 0)) {
        throw new Error('a class can be read only where its whole name stands: no template, no braces')
      }
      return code
        .replace(ATTRIBUTE, (_, text?: string, expression = '') =>
          text === undefined
            ? `class={${expression.replace(/'([^']*)'/g, (_: string, literal: string) => `'${inClasses(literal)}'`)}}`
            : `class="${inClasses(text)}"`,
        )
        .replace(/'(--[a-z][\w-]*)'/g, (_, name) => `'${inValue(name)}'`)
    },
    unusedClasses: () => [...classes.keys()].filter((name) => !used.has(name)),
  }
}

function unknown(kind: string, name: string): never {
  throw new Error(`no style sheet has the ${kind} "${name}"`)
}

/** The most frequent first: a, b, … Z, aa, … */
function shorten(found: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>()
  for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1)
  const byCount = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  return new Map(byCount.map(([name], index) => [name, nameAt(index)]))
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

function nameAt(index: number): string {
  const rest = Math.floor(index / LETTERS.length)
  return (rest > 0 ? nameAt(rest - 1) : '') + LETTERS.charAt(index % LETTERS.length)
}
