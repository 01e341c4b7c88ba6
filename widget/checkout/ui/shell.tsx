import type { ComponentChildren } from 'preact'
import { useI18n } from '../i18n/i18n.ts'
import { Icon } from './icon.tsx'
import { SCREEN_TITLE_ID } from './screen-heading.tsx'
import { Wordmark } from './wordmark.tsx'

interface ShellProps {
  /** Missing where there is nowhere to go. */
  onClose: (() => void) | undefined
  /** The order beside the screen (above it on phones); missing where no order is known. */
  aside?: ComponentChildren
  children: ComponentChildren
}

/** The frame around every screen: brand, way out, the order, the screen itself. */
export function Shell({ onClose, aside, children }: ShellProps) {
  const { text } = useI18n()
  return (
    <div class={aside ? 'shell' : 'shell shell-plain'}>
      <header class="shell-header">
        <Wordmark />
        {onClose && (
          <button type="button" class="icon-button" aria-label={text.closeCheckout} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </header>
      {aside}
      {/* Named by the screen: in the modal the merchant's page has a main of its own. */}
      <main class="shell-main" aria-labelledby={SCREEN_TITLE_ID}>
        {children}
      </main>
    </div>
  )
}
