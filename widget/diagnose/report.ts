import type { ErrorData, Finding } from '../sdk/types.ts'

const methods = { error: 'error', warning: 'warn', ok: 'info' } as const

/** One block for the console, loud as the worst that was found: what to change first, what is fine in one line. Pure. */
export function writeReport(
  origin: string,
  findings: readonly Finding[],
  failure?: ErrorData,
): [method: 'error' | 'warn' | 'info', report: string] {
  const of = (level: Finding['level']) => findings.filter((finding) => finding.level === level)
  const open = [...of('error'), ...of('warning')]
  const report = [
    `BackdPay diagnose${failure ? ` after ${failure.code}` : ''}: ${open.length} of ${findings.length} to look at (${origin})`,
    ...open.map(({ code, level, message, change }) => `${level} ${code}: ${message}\n  -> ${change}`),
    `ok: ${of('ok')
      .map(({ code }) => code)
      .join(' ')}`,
    'Each is explained in the guide: "When it does not open"',
  ].join('\n')
  return [methods[open[0]?.level ?? 'ok'], report]
}
