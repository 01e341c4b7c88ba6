import type { Check } from '../snapshot.ts'
import { judgeDirective } from './directive.ts'

/** Whether the page may call Backd. */
export const checkConnectSrc: Check = (seen) =>
  judgeDirective(
    seen,
    'connect-src',
    'warning',
    'calls away, which the redirect and <backd-terms> make; the modal makes none',
  )
