import { useEffect } from 'preact/hooks'
import { type Part, usePart } from './part.ts'

interface LaterPanelProps<Props> {
  part: Part<Props>
  props: NoInfer<Props>
  /** What to do where it is not there when it is needed, and cannot be waited for. */
  onMissing?: () => void
}

/** A part inside a screen that does without it: until it is there, and where it does not come, nothing is shown. */
export function LaterPanel<Props extends object>({ part, props, onMissing }: LaterPanelProps<Props>) {
  const state = usePart(part)
  useEffect(() => {
    if (state.kind !== 'ready') onMissing?.()
  }, [])
  return state.kind === 'ready' ? <state.View {...props} /> : null
}
