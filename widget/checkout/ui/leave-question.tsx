import { useEffect, useRef } from 'preact/hooks'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from './button.tsx'

interface LeaveQuestionProps {
  onStay: () => void
  onLeave: () => void
}

const TITLE_ID = 'leave-title'

/** Asks once, before half-way is given up. Staying is the default: Escape, Enter and the focus all mean it. */
export function LeaveQuestion({ onStay, onLeave }: LeaveQuestionProps) {
  const { leaving } = useI18n().text
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    // By hand: the element is taken away before it could be closed, and only close() gives the focus back.
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class="question"
      aria-labelledby={TITLE_ID}
      aria-describedby="leave-body"
      onCancel={(event) => {
        event.preventDefault()
        onStay()
      }}
    >
      <h2 id={TITLE_ID}>{leaving.title}</h2>
      <p id="leave-body">{leaving.body}</p>
      <div class="question-answers">
        <Button kind="primary" onPress={onStay}>
          {leaving.stay}
        </Button>
        <Button kind="quiet" onPress={onLeave}>
          {leaving.leave}
        </Button>
      </div>
    </dialog>
  )
}
