import type { ComponentChildren } from 'preact'

interface ButtonProps {
  /** One `primary` a screen; everything else is `quiet`. */
  kind: 'primary' | 'quiet'
  onPress: () => void
  /** `busy`: the press is being worked on; more presses mean nothing. */
  state?: 'ready' | 'busy'
  children: ComponentChildren
}

/** A busy button stays focusable: `disabled` would drop the keyboard's focus onto the page. */
export function Button({ kind, onPress, state = 'ready', children }: ButtonProps) {
  const isPrimary = kind === 'primary'
  const handleClick = () => {
    if (state === 'ready') onPress()
  }
  return (
    <button
      type="button"
      class={isPrimary ? 'button button-primary' : 'button button-quiet'}
      aria-disabled={state === 'busy' ? 'true' : undefined}
      onClick={handleClick}
    >
      {state === 'busy' && <span class="button-working" aria-hidden="true" />}
      {/* Another element for other words: they take the place of those before, which did not move. */}
      <span key={state}>{children}</span>
    </button>
  )
}
