import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Step } from '../flow/steps.ts'
import { useI18n } from '../i18n/i18n.ts'
import { BRAND } from './wordmark.tsx'

interface ScreenHeadingProps {
  title: string
  merchant: string | null
  step?: Step
  /** The way to the step before. */
  back?: ComponentChildren
  /** The title as it is drawn, where that is more than its letters. */
  children?: ComponentChildren
}

export const SCREEN_TITLE_ID = 'screen-title'

/**
 * A screen's one h1. When the screen appears it takes the focus, so that keyboard and screen reader start at its top,
 * and the document's title follows (WCAG 2.4.2, 2.4.3).
 */
export function ScreenHeading({ title, merchant, step, back, children }: ScreenHeadingProps) {
  const { text } = useI18n()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = [title, merchant, BRAND].filter(Boolean).join(' · ')
    heading.current?.focus({ preventScroll: true })
    document.documentElement.scrollTop = 0
  }, [title])
  return (
    <div class="screen-heading">
      {(step || back) && (
        <div class="eyebrow">
          {back}
          {step && <p>{text.step(step.at, step.of)}</p>}
        </div>
      )}
      <h1 id={SCREEN_TITLE_ID} ref={heading} tabIndex={-1}>
        {children ?? title}
      </h1>
    </div>
  )
}
