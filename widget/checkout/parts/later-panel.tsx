import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Part, usePart } from './part.ts'

interface LaterPanelProps<Props> {
  part: Part<Props>
  props: NoInfer<Props>
}

/** A part inside a screen that is already there, which goes on without it. */
export function LaterPanel<Props extends object>({ part, props }: LaterPanelProps<Props>) {
  const { text } = useI18n()
  const state = usePart(part)
  switch (state.kind) {
    case 'ready':
      return <state.View {...props} />
    case 'loading':
      return (
        <p aria-hidden="true">
          <Skeleton size="text" />
        </p>
      )
    case 'failed':
      return (
        <>
          <Notice>{text.interrupted.network.title}</Notice>
          <Button kind="quiet" onPress={state.retry}>
            {text.tryAgain}
          </Button>
        </>
      )
  }
}
