import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { distinctionsOf } from '../../flow/distinctions.ts'
import type { StateOf } from '../../flow/state.ts'
import { stepOf } from '../../flow/steps.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { LaterPanel } from '../../parts/later-panel.tsx'
import { termsMorePart } from '../../parts/parts.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { FieldError } from '../../ui/field-error.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OrderSummary } from '../../ui/order-summary.tsx'
import { ScreenHeading } from '../../ui/screen-heading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { PlanCard } from './plan-card.tsx'

interface TermsScreenProps {
  state: StateOf<'terms'>
  onChoose: (planId: string) => void
  onContinue: () => void
  /** Ask a colleague to approve; for the colleague, decline. */
  onHandOver: () => void
  onLeave: (() => void) | undefined
  /** What is to be read before choosing. */
  above?: ComponentChildren
}

const ERROR_ID = 'terms-error'

export function TermsScreen({ state, onChoose, onContinue, onHandOver, onLeave, above }: TermsScreenProps) {
  const { text } = useI18n()
  const { choice, notice } = state
  const { session } = state.visit
  const group = useRef<HTMLDivElement>(null)
  const isMissing = choice.kind === 'missing'
  const [isCompared, setCompared] = useState(false)
  // Each refused press makes a new choice object, so the focus moves each time.
  useEffect(() => {
    if (isMissing) group.current?.querySelector('input')?.focus()
  }, [choice])

  // Also where the comparison's file does not come: the screen it leads to can be tried again.
  const handOver = (
    <button type="button" class="text-button" onClick={onHandOver}>
      {text.handOver[session.role]}
    </button>
  )

  return (
    <Shell onClose={onLeave} aside={<OrderSummary session={session} />}>
      <div class="screen">
        <ScreenHeading
          title={text.terms.title}
          merchant={session.merchant_name}
          step={stepOf('terms', session)}
        />
        <p class="lead">{text.terms.lead}</p>
        {above}
        {notice === 'offer_changed' && <Notice>{text.terms.offerChanged}</Notice>}
        {isMissing && <FieldError id={ERROR_ID}>{text.terms.missing}</FieldError>}
        <div
          ref={group}
          class="cards"
          role="radiogroup"
          aria-label={text.terms.group}
          aria-required="true"
          aria-invalid={isMissing ? 'true' : undefined}
          aria-describedby={isMissing ? ERROR_ID : undefined}
        >
          {session.offers.map((offer) => (
            <PlanCard
              key={offer.plan_id}
              offer={offer}
              distinctions={distinctionsOf(offer, session.offers)}
              state={choice.kind === 'chosen' && choice.offer.plan_id === offer.plan_id ? 'chosen' : 'open'}
              onChoose={onChoose}
            />
          ))}
        </div>
        <div class="comparing">
          <LaterPanel
            part={termsMorePart}
            props={{ offers: session.offers, handOver, comparison: isCompared ? 'open' : 'folded' }}
            instead={(state, retry) => (
              <>
                <div class="comparing-line">
                  {session.offers.length > 1 && (
                    <button
                      type="button"
                      class="text-button"
                      aria-expanded={false}
                      onClick={() => {
                        setCompared(true)
                        retry()
                      }}
                    >
                      {text.terms.compare}
                      <Icon name="chevron" />
                    </button>
                  )}
                  {handOver}
                </div>
                <p role="status">
                  {isCompared &&
                    state === 'failed' &&
                    `${text.interrupted.network.title}. ${text.interrupted.network.body}`}
                </p>
              </>
            )}
          />
        </div>
      </div>
      <ActionBar
        label={choice.kind === 'chosen' ? text.totalYouPay : text.summary.total}
        cents={choice.kind === 'chosen' ? choice.offer.total_cents : session.order_total_cents}
      >
        <Button kind="primary" onPress={onContinue}>
          {text.terms.continue}
        </Button>
      </ActionBar>
    </Shell>
  )
}
