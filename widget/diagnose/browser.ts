import type { DiagnoseOptions, ErrorData, Finding } from '../sdk/types.ts'
import { run } from './run.ts'

/**
 * The file beside the script, which loads it when `widgetBackd.diagnose` is called: Backd is where it came from.
 * @param failure of a call of initializeWidget, after which the sandbox asks by itself
 */
export const diagnose = (options?: DiagnoseOptions, failure?: ErrorData): Promise<Finding[]> =>
  run(new URL(import.meta.url).origin, options, failure)
