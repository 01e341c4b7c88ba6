import { useLaterI18n } from '../../i18n/later.ts'
import { Standstill } from '../../ui/standstill.tsx'

/** Backd's answer takes a moment: says so. */
export function DecidingScreen({ onLeave }: { onLeave: (() => void) | undefined }) {
  const { later } = useLaterI18n()
  return <Standstill {...later.deciding} icon="clock" onClose={onLeave} actions={null} />
}
