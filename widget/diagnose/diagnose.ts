import type { DiagnoseOptions, ErrorData, Finding } from '../sdk/types.ts'
import { report, run } from './run.ts'

/**
 * The npm package's file.
 * @param where Backd is, or why the options do not say so
 * @param failure of a call of initializeWidget, after which the sandbox asks by itself
 */
export async function diagnose(
  where: { origin: string; fault?: readonly [code: string, message: string] },
  options?: DiagnoseOptions,
  failure?: ErrorData,
): Promise<Finding[]> {
  if (!where.fault) return run(where.origin, options, failure)
  const [, message] = where.fault
  return report('nowhere', [
    {
      code: 'SCRIPT_ORIGIN',
      level: 'error',
      message: `${message}.`,
      change: "environment: 'sandbox' or 'production'",
    },
  ])
}
