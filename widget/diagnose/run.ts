import type { DiagnoseOptions, ErrorData, Finding } from '../sdk/types.ts'
import { checkConnectSrc } from './checks/connect-src.ts'
import { checkFrame } from './checks/frame.ts'
import { checkFrameSrc } from './checks/frame-src.ts'
import { checkIsolation } from './checks/isolation.ts'
import { checkPage } from './checks/page.ts'
import { checkPageOrigin } from './checks/page-origin.ts'
import { checkPermissions } from './checks/permissions.ts'
import { checkPublicKey } from './checks/public-key.ts'
import { checkScriptCount } from './checks/script-count.ts'
import { checkScriptOrigin } from './checks/script-origin.ts'
import { checkScriptSrc } from './checks/script-src.ts'
import { checkStorage } from './checks/storage.ts'
import { observe } from './observe/observe.ts'
import { writeReport } from './report.ts'
import type { Check, Snapshot } from './snapshot.ts'

/** What keeps everything else from working comes first. */
const checks: Record<Finding['code'], Check> = {
  PAGE: checkPage,
  SCRIPT_ORIGIN: checkScriptOrigin,
  SCRIPT_COUNT: checkScriptCount,
  SCRIPT_SRC: checkScriptSrc,
  FRAME_SRC: checkFrameSrc,
  PUBLIC_KEY: checkPublicKey,
  PAGE_ORIGIN: checkPageOrigin,
  FRAME: checkFrame,
  ISOLATION: checkIsolation,
  CONNECT_SRC: checkConnectSrc,
  PERMISSIONS_POLICY: checkPermissions,
  STORAGE: checkStorage,
}

/** What all checks say of what was seen. Pure. */
export const judge = (seen: Snapshot): Finding[] =>
  Object.entries(checks).map(([name, check]) => {
    const code = name as Finding['code']
    const verdict = check(seen)
    if (typeof verdict === 'string') return { code, level: 'ok', message: verdict }
    const [level, message, change] = verdict
    return { code, level, message, change }
  })

/** Failures that the page around the checkout may be the reason of. */
const ofThePage = /UNREACHABLE|NETWORK|PUBLIC_KEY|ORIGIN/

/**
 * Looks for what keeps the checkout from opening (ADR 0031), and prints it. Never rejects; tells nobody but the console.
 * @param origin Backd's
 * @param failure that of a call of initializeWidget, after which the sandbox asks by itself; of others than the page's it says nothing
 */
export async function run(
  origin: string,
  options?: DiagnoseOptions,
  failure?: ErrorData,
): Promise<Finding[]> {
  if (failure && isSecureContext && !ofThePage.test(failure.code)) return []
  return report(origin, judge(await observe(origin, Object(options))), failure)
}

/** Prints the findings, and gives them back. */
export function report(origin: string, findings: Finding[], failure?: ErrorData): Finding[] {
  const [method, text] = writeReport(origin, findings, failure)
  console[method](text)
  return findings
}
