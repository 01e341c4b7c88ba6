import type { Look } from './attempt.ts'
import { findCheckoutOrigin } from './environment.ts'
import { initialize } from './initialize.ts'
import type { Diagnose, InitializeWidget, Preload } from './types.ts'

/** The npm face of @backd/widget. Importing it does nothing and is safe without a DOM. */
export { type LoadWidgetOptions, loadWidget } from './load-widget.ts'
export type * from './types.ts'

/** See InitializeWidget in types.ts. */
export const initializeWidget: InitializeWidget = (options) => {
  const { origin, fault } = findCheckoutOrigin(Object(options))
  return initialize(options, origin, look, undefined, fault)
}

/** See Preload in types.ts. */
export const preload: Preload = (options) => {
  // On a server there is nothing to make ready.
  if (typeof document === 'undefined') return
  const { origin, fault } = findCheckoutOrigin(Object(options))
  if (!fault) initialize(options, origin, look, null)
}

/** See Diagnose in types.ts. */
export const diagnose: Diagnose = (options) => look(options)

/** A file of its own in the package, which a bundler leaves apart until it is called. */
const look: Look = async (options, failure) => {
  const part = await import('../diagnose/diagnose.ts')
  return part.diagnose(findCheckoutOrigin(Object(options)), options, failure)
}
