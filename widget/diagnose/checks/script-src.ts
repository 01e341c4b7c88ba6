import type { Check } from '../snapshot.ts'
import { judgeDirective } from './directive.ts'

/** Whether a script of Backd's was blocked. That one runs says nothing of the others; only Chromium tells what was blocked before. */
export const checkScriptSrc: Check = (seen) =>
  judgeDirective(seen, 'script-src-elem', 'error', 'a script of Backd away')
