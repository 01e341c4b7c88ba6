import { type Part, usePart } from './part.ts'

interface LaterPanelProps<Props> {
  part: Part<Props>
  props: NoInfer<Props>
}

/** A part inside a screen that does without it: until it is there, and where it does not come, nothing is shown. */
export function LaterPanel<Props extends object>({ part, props }: LaterPanelProps<Props>) {
  const state = usePart(part)
  return state.kind === 'ready' ? <state.View {...props} /> : null
}
