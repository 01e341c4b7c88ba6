import type { Look } from './attempt.ts'
import { initialize } from './initialize.ts'
import type {} from './types.ts'

// The element is known only while the script runs for the first time; a module script has none.
const { src } = document.currentScript as HTMLScriptElement
const { origin } = new URL(src)

const diagnose: Look = (given, failure) =>
  // A file beside this one; its whole address, since a script from another origin has none for what it imports.
  import(/* @vite-ignore */ new URL('diagnose.js', src) as never).then((part: { diagnose: Look }) =>
    part.diagnose(given, failure),
  )

// The script-tag face, with the checkout on the origin that served the script. A page that loads it twice keeps the first, which may have a checkout open.
window.widgetBackd ??= {
  initializeWidget: (options) => initialize(options, origin, diagnose),
  preload: (options) => {
    initialize(options, origin, diagnose, null)
  },
  diagnose,
}
