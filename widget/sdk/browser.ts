import { initialize } from './initialize.ts'
import type { WidgetBackd } from './types.ts'

/** The script-tag face: `window.widgetBackd.initializeWidget`, with the checkout on the origin that served the script. */
declare global {
  interface Window {
    widgetBackd?: WidgetBackd
  }
}

// The element is known only while the script runs for the first time; a module script has none.
const { origin } = new URL((document.currentScript as HTMLScriptElement).src)

// A page that loads the script twice keeps the first, which may have a checkout open.
window.widgetBackd ??= { initializeWidget: (options) => initialize(options, origin) }
