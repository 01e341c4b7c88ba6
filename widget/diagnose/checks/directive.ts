import { allowInPolicy } from '../policy.ts'
import type { Snapshot, Verdict, Violation } from '../snapshot.ts'

/** The violation that counts for a directive: one that blocks before one that only reports. */
function findViolation({ violations }: Snapshot, directive: string): Violation | undefined {
  const found = violations.filter((violation) => violation.directive === directive)
  return found.find(({ disposition }) => disposition === 'enforce') ?? found[0]
}

/** Whether a directive keeps something of Backd's away. */
export const isBlocked = (seen: Snapshot, directive: string): boolean =>
  findViolation(seen, directive)?.disposition === 'enforce'

/**
 * What a directive does, with the whole header to have instead.
 * @param level of one that blocks; of one that only reports it is a warning
 */
export function judgeDirective(
  seen: Snapshot,
  directive: string,
  level: 'warning' | 'error',
  message: string,
): Verdict {
  const violation = findViolation(seen, directive)
  if (!violation) return `${directive} was not seen to block Backd.`
  const isReport = violation.disposition === 'report'
  const policy = allowInPolicy(violation, seen.origin)
  return [
    isReport ? 'warning' : level,
    `${directive} ${isReport ? 'would keep' : 'keeps'} ${message}.`,
    policy
      ? `Content-Security-Policy${isReport ? '-Report-Only' : ''}: ${policy}`
      : "Give the script's tag the page's nonce",
  ]
}
