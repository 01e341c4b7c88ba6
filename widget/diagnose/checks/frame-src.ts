import type { Check } from '../snapshot.ts'
import { judgeDirective } from './directive.ts'

/** Whether the page's policy lets it hold the modal's frame. */
export const checkFrameSrc: Check = (seen) =>
  judgeDirective(seen, 'frame-src', 'error', "the modal's frame away")
