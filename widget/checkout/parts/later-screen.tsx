import { InterruptedScreen } from '../screens/interrupted/interrupted-screen.tsx'
import { LoadingScreen } from '../screens/loading/loading-screen.tsx'
import { type Part, usePart } from './part.ts'

interface WayOut {
  onLeave?: (() => void) | undefined
}

interface LaterScreenProps<Props> {
  part: Part<Props>
  props: NoInfer<Props>
  /** To the step before, where there is one: offered when the screen does not come. */
  onBack?: (() => void) | undefined
}

const NOT_REACHED = { screen: 'interrupted', cause: 'network' } as const

/** A screen of a part: its places while it comes, a way to try again when it does not. */
export function LaterScreen<Props extends WayOut>({ part, props, onBack }: LaterScreenProps<Props>) {
  const state = usePart(part)
  switch (state.kind) {
    case 'ready':
      return <state.View {...props} />
    case 'loading':
      return <LoadingScreen onLeave={props.onLeave} />
    case 'failed':
      return (
        <InterruptedScreen
          state={NOT_REACHED}
          onRetry={state.retry}
          onBack={onBack}
          onLeave={props.onLeave}
        />
      )
  }
}
