import { findUrlFault } from '@backd/contract/url.ts'
import { findCheckoutOrigin } from './environment.ts'
import { findPinFault } from './pinned-script.ts'
import { createScriptTag, findScriptTags, type Settled, whenSettled } from './script-element.ts'
import type { WidgetBackd, WidgetOptions } from './types.ts'

export interface LoadWidgetOptions {
  /** Whose script it is; 'production' when left out. */
  environment?: WidgetOptions['environment']
  /** In place of `environment`: "http://localhost:4000". */
  origin?: string | undefined
  /** A released version, "1.4.0", and no other; left out, what the page has, or the newest, which gets fixes by itself. */
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
/** The tags of earlier calls that came, or were late and may come yet, whether they are in the page or not. */
const ours = new Set<HTMLScriptElement>()

/**
 * Loads Backd's hosted script, for pages that bundle nothing of it, and gives what it puts on the window. Call it as often as you like:
 * the tag is put in once, calls of one origin share one script, and one that the page has already is taken. Who names a `version`, or its `integrity`, gets
 * that: it rejects where the page has a script of another version, or a tag without that hash. After a failure the next call tries again.
 *
 * Rejects with an Error whose message says what to check: on a server, for options that can't be, when the script has not
 * come after 8 seconds, and when the page has that of another origin.
 */
export function loadWidget(options: LoadWidgetOptions = {}): Promise<WidgetBackd> {
  try {
    const { origin, src } = readOptions(options)
    if (asked && asked.origin !== origin)
      throw new Error(`${src} can't be had beside the script of ${asked.origin}: a page has one Backd`)
    const judge = () => {
      const fault = options.version ? findPinFault(src, options.integrity, ours) : undefined
      if (fault) throw new Error(fault)
    }
    judge()
    const script = asked?.script ?? start(origin, src, options)
    if (!options.version) return script
    // Again at the end: while it was on its way, a tag manager may have put in another.
    return script.then((widget) => {
      judge()
      return widget
    })
  } catch (error) {
    return Promise.reject(error)
  }
}

function start(origin: string, src: string, options: LoadWidgetOptions): Promise<WidgetBackd> {
  const script = load(origin, src, options)
  asked = { origin, script }
  script.catch(() => {
    asked = undefined
  })
  return script
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
  const [theirs] = findScriptTags()
  if (theirs && new URL(theirs.src).origin !== origin) {
    throw new Error(`${src} can't be had beside ${theirs.src}, which the page loads: a page has one Backd`)
  }
  const endsAt = performance.now() + PATIENCE_MS
  // A tag of a page that has loaded came or failed without telling us: a second one does no harm.
  const waits = theirs && !window.widgetBackd && document.readyState !== 'complete'
  if (waits && (await whenSettled(theirs, PATIENCE_MS)) === 'late') throw new Error(`${theirs.src} ${LATE}`)
  if (window.widgetBackd) return window.widgetBackd

  const tag = createScriptTag(src, { integrity, nonce })
  const settled = whenSettled(tag, endsAt - performance.now())
  document.head.append(tag)
  ours.add(tag)
  const how = await settled
  if (window.widgetBackd) return window.widgetBackd
  tag.remove()
  if (how !== 'late') ours.delete(tag)
  throw new Error(`${src} ${explain(how, origin, integrity)}`)
}

const LATE = `did not come within ${PATIENCE_MS / 1000} seconds: check the network, and load it again`

function explain(how: Settled, origin: string, integrity: string | undefined): string {
  if (how === 'late') return LATE
  if (how === 'load') return 'came, but is not Backd’s script: check what answers at its address'
  const hash = integrity ? `, and that integrity is its hash in ${origin}/widget/manifest.json` : ''
  return `could not be loaded: check the network, that script-src in the page's Content-Security-Policy allows ${origin}${hash}`
}
