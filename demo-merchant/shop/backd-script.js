/** How long the customer looks at "Loading BackdPay…" before we say that something is wrong. */
const PATIENCE_MS = 8_000

/**
 * Tells whether Backd's script came. It is async, so it may come, or fail, before or after this module runs. The window's
 * load event waits for it: once that has fired, the script is there or will not come. `loaded` may still follow
 * `missing`, when a slow script comes after all.
 */
export function whenBackdSettles({ loaded, missing }) {
  let isLoaded = false
  const look = () => {
    if (!window.widgetBackd || isLoaded) return
    isLoaded = true
    loaded()
  }
  const giveUp = () => {
    look()
    if (!isLoaded) missing()
  }

  look()
  document.querySelector('#backd-script').addEventListener('load', look)
  if (document.readyState === 'complete') giveUp()
  else window.addEventListener('load', giveUp)
  setTimeout(giveUp, PATIENCE_MS)
}
