import type { Look } from './attempt.ts'
import { initialize } from './initialize.ts'
import type { WidgetBackd } from './types.ts'

/** The script-tag face, on `window.widgetBackd`, with the checkout on the origin that served the script. */
declare global {
  interface Window {
    widgetBackd?: WidgetBackd
  }
}

// The element is known only while the script runs for the first time; a module script has none.
const { src } = document.currentScript as HTMLScriptElement
const { origin } = new URL(src)

const diagnose: Look = (given, failure) =>
  // A file beside this one; its whole address, since a script from another origin has none for what it imports.
  import(/* @vite-ignore */ new URL('diagnose.js', src) as never).then((part: { diagnose: Look }) =>
    part.diagnose(given, failure),
  )

// A page that loads the script twice keeps the first, which may have a checkout open.
window.widgetBackd ??= {
  initializeWidget: (options) => initialize(options, origin, diagnose),
  diagnose,
}
