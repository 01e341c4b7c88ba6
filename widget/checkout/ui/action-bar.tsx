import type { ComponentChildren } from 'preact'
import { Amount } from './amount.tsx'

interface ActionBarProps {
  /** The figure the action is about, always in view beside it. */
  label: string
  cents: number
  /** What the reader has to know about the action just now. */
  note?: string | null
  children: ComponentChildren
}

/** Sticks to the bottom: the total and the one button that matters stay in view. */
export function ActionBar({ label, cents, note, children }: ActionBarProps) {
  return (
    <div class="action-bar">
      {note && <p class="action-bar-note">{note}</p>}
      <p class="action-bar-figure">
        <span>{label}</span> <Amount cents={cents} />
      </p>
      <div class="action-bar-buttons">{children}</div>
    </div>
  )
}
