/** How long a customer who pressed the button looks at "Loading BackdPay…" before they go on without the script. */
const PATIENCE_MS = 8_000

/**
 * Resolves once it is known whether Backd's script came. It is async, so it may come, or fail, before or after this module runs. The
 * window's load event waits for it: once that has fired, the script is there (`window.widgetBackd`) or will not come.
 */
export const backdSettled = new Promise((resolve) => {
  if (window.widgetBackd || document.readyState === 'complete') return resolve()
  document.querySelector('#backd-script').addEventListener('load', resolve)
  document.querySelector('#backd-script').addEventListener('error', resolve)
  window.addEventListener('load', resolve)
  setTimeout(resolve, PATIENCE_MS)
})
