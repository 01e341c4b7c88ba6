import { findUrlFault } from '@backd/contract/url.ts'
import { findCheckoutOrigin } from './environment.ts'
import { createScriptTag, findScriptTag, type Settled, whenSettled } from './script-element.ts'
import type { WidgetBackd, WidgetOptions } from './types.ts'

export interface LoadWidgetOptions {
  /** Whose script it is; 'production' when left out. */
  environment?: WidgetOptions['environment']
  /** In place of `environment`: "http://localhost:4000". */
  origin?: string | undefined
  /** A released version, "1.4.0"; left out, the newest, which gets fixes by itself. */
  version?: string | undefined
  /** The version's hash, "sha384-…", from `/widget/manifest.json`. Needs `version`. */
  integrity?: string | undefined
  /** The page's nonce, where its Content-Security-Policy asks for one. */
  nonce?: string | undefined
}

/** After which a customer should be shown another way to pay, as with the checkout's frame. */
const PATIENCE_MS = 8_000

/** What was asked for, and is on its way or there. A page has one script. */
let asked: { origin: string; script: Promise<WidgetBackd> } | undefined

/**
 * Loads Backd's hosted script, for pages that bundle nothing of it, and gives what it puts on the window. Call it as often as you like:
 * the tag is put in once, calls of one origin share one promise, and a script that the page has already is taken. After a failure the next call
 * tries again.
 *
 * Rejects with an Error whose message says what to check: on a server, for options that can't be, when the script does not
 * come within 8 seconds, and when the page has that of another origin.
 */
export function loadWidget(options: LoadWidgetOptions = {}): Promise<WidgetBackd> {
  try {
    const { origin, src } = readOptions(options)
    if (asked) {
      if (asked.origin !== origin)
        throw new Error(`${src} can't be had beside the script of ${asked.origin}: a page has one Backd`)
      return asked.script
    }
    const script = load(origin, src, options)
    asked = { origin, script }
    script.catch(() => {
      asked = undefined
    })
    return script
  } catch (error) {
    return Promise.reject(error)
  }
}

/** @throws Error that names the option */
function readOptions({ environment, origin: given, version, integrity }: LoadWidgetOptions) {
  if (typeof document === 'undefined') {
    throw new Error('loadWidget needs a browser: call it in an effect or a click handler, not on a server')
  }
  const wrong = given === undefined ? undefined : findUrlFault(String(given))
  if (wrong) throw new Error(`loadWidget: origin ${wrong}`)
  const { origin, fault } = findCheckoutOrigin(
    given === undefined ? { environment } : { checkoutOrigin: given },
  )
  if (fault) throw new Error(`loadWidget: ${fault[1]}`)
  if (version !== undefined && !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error('loadWidget: version must be a released one, like "1.4.0", or left out for the newest')
  }
  if (integrity && !version) {
    throw new Error('loadWidget: integrity needs a version: the newest has another hash with each release')
  }
  return { origin, src: `${origin}/widget/${version ?? 'v1'}/widget.js` }
}

async function load(
  origin: string,
  src: string,
  { integrity, nonce }: LoadWidgetOptions,
): Promise<WidgetBackd> {
  const theirs = findScriptTag()
  if (theirs && new URL(theirs.src).origin !== origin) {
    throw new Error(`${src} can't be had beside ${theirs.src}, which the page loads: a page has one Backd`)
  }
  // A tag of a page that has loaded came or failed without telling us: a second one does no harm.
  const waits = theirs && !window.widgetBackd && document.readyState !== 'complete'
  if (waits && (await whenSettled(theirs, PATIENCE_MS)) === 'late') throw new Error(`${theirs.src} ${LATE}`)
  if (window.widgetBackd) return window.widgetBackd

  const tag = createScriptTag(src, { integrity, nonce })
  const settled = whenSettled(tag, PATIENCE_MS)
  document.head.append(tag)
  const how = await settled
  if (window.widgetBackd) return window.widgetBackd
  tag.remove()
  throw new Error(`${src} ${explain(how, origin, integrity)}`)
}

const LATE = `did not come within ${PATIENCE_MS / 1000} seconds: check the network, and load it again`

function explain(how: Settled, origin: string, integrity: string | undefined): string {
  if (how === 'late') return LATE
  if (how === 'load') return 'came, but is not Backd’s script: check what answers at its address'
  const hash = integrity ? `, and that integrity is its hash in ${origin}/widget/manifest.json` : ''
  return `could not be loaded: check the network, that script-src in the page's Content-Security-Policy allows ${origin}${hash}`
}
