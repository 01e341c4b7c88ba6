import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { ScreenHeading } from './screen-heading.tsx'
import { Shell } from './shell.tsx'

interface StandstillProps {
  icon: IconName
  title: string
  body: ComponentChildren
  onClose: (() => void) | undefined
  /** The ways on. */
  actions: ComponentChildren
  /** The order, where it is still open. */
  aside?: ComponentChildren
  /** What else is to be read before the ways on. */
  told?: ComponentChildren
  children?: ComponentChildren
}

/** A screen that says why the checkout can't go on now, and what can be done. */
export function Standstill({ icon, title, body, onClose, actions, aside, told, children }: StandstillProps) {
  return (
    <Shell onClose={onClose} aside={aside}>
      <div class="screen standstill">
        <span class="medal">
          <Icon name={icon} />
        </span>
        <ScreenHeading title={title} merchant={null} />
        <p class="lead">{body}</p>
        {told}
        <div class="standstill-actions">{actions}</div>
        {children}
      </div>
    </Shell>
  )
}
