import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** A sentence above a screen's content that says what has changed. */
export function Notice({ children }: { children: ComponentChildren }) {
  return (
    <div class="notice">
      <Icon name="info" />
      <p>{children}</p>
    </div>
  )
}
