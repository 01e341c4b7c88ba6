import type { Violation } from '../snapshot.ts'

/** What both the event and the report of a violation say. */
type Told = Pick<
  SecurityPolicyViolationEvent,
  'blockedURI' | 'effectiveDirective' | 'originalPolicy' | 'disposition'
>

/** Collects what policies kept from `origin`: from now on, and where the browser remembers (Chromium) before. */
export function watchPolicy(origin: string): {
  violations: Violation[]
  onBlocked(hear: () => void): void
  stop(): void
} {
  const violations: Violation[] = []
  const hearers: (() => void)[] = []
  const take = (told: Told) => {
    // Some browsers give the whole address, some its origin.
    if (!`${told.blockedURI}/`.startsWith(`${origin}/`)) return
    // Older browsers name what was asked for, newer ones the element as well.
    const directive = told.effectiveDirective.replace(/^script-src$/, 'script-src-elem')
    violations.push({ directive, policy: told.originalPolicy, disposition: told.disposition })
    if (directive === 'frame-src' && told.disposition === 'enforce') for (const hear of hearers) hear()
  }
  document.addEventListener('securitypolicyviolation', take)
  const before = remembered()
  for (const told of before) take(told)
  return {
    violations,
    onBlocked: (hear) => void hearers.push(hear),
    stop: () => document.removeEventListener('securitypolicyviolation', take),
  }
}

/** Violations from before this ran. */
function remembered(): Told[] {
  if (!globalThis.ReportingObserver) return []
  const observer = new ReportingObserver(() => {}, { types: ['csp-violation'], buffered: true })
  observer.observe()
  const reports = observer.takeRecords()
  observer.disconnect()
  return reports.map(({ body }) => {
    // A CSPViolationReportBody, which has the event's fields but for one name.
    const told = body as unknown as Told & { blockedURL: string }
    const { effectiveDirective, originalPolicy, disposition } = told
    return { blockedURI: told.blockedURL, effectiveDirective, originalPolicy, disposition }
  })
}
