import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { type Part, usePart } from './part.ts'

interface LaterPanelProps<Props> {
  part: Part<Props>
  props: NoInfer<Props>
  /** Drawn where it could not be fetched, also while that is tried again. */
  instead?: (state: 'failed' | 'loading', retry: () => void) => VNode
}

/** A part inside a screen that does without it: until it is there, and where it does not come, nothing else is shown. */
export function LaterPanel<Props extends object>({ part, props, instead }: LaterPanelProps<Props>) {
  const state = usePart(part)
  const retry = useRef<() => void>(null)
  if (state.kind === 'ready') return <state.View {...props} />
  if (state.kind === 'failed') retry.current = state.retry
  return (retry.current && instead?.(state.kind, retry.current)) ?? null
}
