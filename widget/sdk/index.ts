import { findCheckoutOrigin } from './environment.ts'
import { initialize } from './initialize.ts'
import type { InitializeWidget } from './types.ts'

/** The npm face of @backd/widget. Importing it does nothing and is safe without a DOM. */
export type * from './types.ts'

/** See InitializeWidget in types.ts. */
export const initializeWidget: InitializeWidget = (options) => {
  const { origin, fault } = findCheckoutOrigin(Object(options))
  return initialize(options, origin, fault)
}
