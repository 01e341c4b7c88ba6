import type { Check } from '../snapshot.ts'
import { isBlocked } from './directive.ts'

/** Whether a frame with the checkout comes alive in this page; if not, who around the page may keep it from that. */
export const checkFrame: Check = (seen) => {
  const { frame, page, merchant, origin } = seen
  if (frame !== 'silent') return 'The checkout answers in a frame of this page.'
  const message = 'A frame with the checkout stays silent.'
  if (isBlocked(seen, 'frame-src')) return ['warning', message, 'Mend FRAME_SRC, then diagnose again']
  if (merchant !== 'success') return ['warning', message, 'Mend the rest, then diagnose again']
  // Each page around it is asked by frame-ancestors.
  const around = page.ancestors?.filter((ancestor) => ancestor !== page.origin)
  if (page.ancestors?.length === 0 || around?.length) {
    return [
      'error',
      'A page around this one may not show the checkout.',
      `Register, too: ${around?.join(' ') || 'the origin of each page around it'}`,
    ]
  }
  return ['error', message, `Open ${origin}/checkout/modal in a tab: what blocks it there blocks it here`]
}
