import type { Snapshot, Verdict } from '../snapshot.ts'

/** Whether Backd refused the key or the page's origin: the API's word or the frame's. */
export const isKeyRefused = ({ merchant, frame }: Snapshot): boolean =>
  merchant === 'unauthorized' || frame === 'INVALID_PUBLIC_KEY'

export const isOriginRefused = ({ merchant, frame }: Snapshot): boolean =>
  merchant === 'origin_not_allowed' || frame === 'ORIGIN_NOT_ALLOWED'

/** What Backd could not be asked for. */
export const unasked = ({ merchant }: Snapshot, first = 'CONNECT_SRC or SCRIPT_ORIGIN'): Verdict => [
  'warning',
  `Backd could not be asked (${merchant}).`,
  `Mend ${first}, then diagnose again`,
]
