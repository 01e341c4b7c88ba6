import type { CheckoutSession } from '@backd/contract/session.ts'
import type { ComponentChildren, VNode } from 'preact'
import { readableName } from '../../ports/readable.ts'
import { sentence } from '../../ui/sentence.ts'
import { LoadingScreen } from '../loading/loading-screen.tsx'
import { Quote } from './quote.tsx'
import { useHandoverI18n } from './words.ts'

interface RequestNoticeProps {
  session: CheckoutSession
  onLeave: (() => void) | undefined
  /** Draws the screen below what is given. */
  draw: (above: ComponentChildren) => VNode
}

/** A screen as the colleague meets it: who asks, and in their own words once the colleague is verified. */
export function RequestNotice({ session: { approval, merchant_name }, onLeave, draw }: RequestNoticeProps) {
  const i18n = useHandoverI18n()
  if (!i18n) return <LoadingScreen onLeave={onLeave} />
  if (!approval) return draw(null)
  const { request, buyer } = i18n.words
  return draw(
    <section class="panel request">
      <p>{sentence(request.asks, readableName(approval.requested_by ?? buyer), merchant_name)}</p>
      {approval.note && <Quote label={request.note}>{approval.note}</Quote>}
      <p class="footnote">{request.until(i18n.format.day(approval.expires_at))}</p>
    </section>,
  )
}
