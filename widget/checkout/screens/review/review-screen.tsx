import { useEffect, useRef } from 'preact/hooks'
import type { Consent, StateOf } from '../../flow/state.ts'
import { stepOf } from '../../flow/steps.ts'
import { useLaterI18n } from '../../i18n/later.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FieldError } from '../../ui/field-error.tsx'
import { Icon } from '../../ui/icon.tsx'
import { OrderSummary } from '../../ui/order-summary.tsx'
import { ScreenHeading } from '../../ui/screen-heading.tsx'
import { sentence } from '../../ui/sentence.ts'
import { Shell } from '../../ui/shell.tsx'
import { usePainted } from '../../ui/use-painted.ts'
import { AgreementText } from './agreement-text.tsx'
import { NextSteps } from './next-steps.tsx'
import { Schedule } from './schedule.tsx'

interface ReviewScreenProps {
  state: StateOf<'review'> | StateOf<'confirming'>
  pace?: 'slow' | 'usual'
  onConsent: (consent: 'open' | 'given') => void
  onConfirm: () => void
  onBack: () => void
  onHandOver: () => void
  onLeave: (() => void) | undefined
}

const ERROR_ID = 'consent-error'

export function ReviewScreen({
  state,
  pace,
  onConsent,
  onConfirm,
  onBack,
  onHandOver,
  onLeave,
}: ReviewScreenProps) {
  const { text, later, format } = useLaterI18n()
  const { offer } = state
  const { session } = state.visit
  const consent: Consent = state.screen === 'confirming' ? 'given' : state.consent
  const progress = state.screen === 'confirming' ? 'busy' : 'ready'
  const isMissing = consent === 'missing'
  const isLeaving = state.screen === 'confirming' && state.afterwards === 'leave'
  const consentBlock = useRef<HTMLDivElement>(null)
  const checkbox = useRef<HTMLInputElement>(null)
  const isPainted = usePainted()
  // A new state for each refused press, so the focus moves each time; the whole block comes into view with it, since
  // on a phone the error pushes the sentence below the checkbox's own line under the action bar.
  useEffect(() => {
    if (!isMissing) return
    checkbox.current?.focus({ preventScroll: true })
    consentBlock.current?.scrollIntoView({ block: 'nearest' })
  }, [state, isPainted])
  const last = offer.payments.at(-1)?.due_on ?? offer.starts_on

  return (
    <Shell onClose={onLeave} aside={<OrderSummary session={session} />}>
      <div class="screen review">
        <ScreenHeading
          title={later.review.title}
          merchant={session.merchant_name}
          step={stepOf('review', session)}
          back={
            <button
              type="button"
              class="text-button back"
              aria-disabled={progress === 'busy'}
              onClick={onBack}
            >
              <Icon name="back" />
              {later.review.back}
            </button>
          }
        />
        <p class="lead">{sentence(later.review.lead, offer.name)}</p>
        <Schedule session={session} offer={offer} extent={isPainted ? 'whole' : 'start'} />
        {isPainted && (
          <>
            <NextSteps session={session} offer={offer} />
            <AgreementText agreement={session.agreement} />
            <div ref={consentBlock} class={isMissing ? 'consent consent-invalid' : 'consent'}>
              {isMissing && <FieldError id={ERROR_ID}>{later.review.missing}</FieldError>}
              <Checkbox
                input={checkbox}
                state={consent === 'given' ? 'checked' : 'open'}
                onChange={(checked) => onConsent(checked === 'checked' ? 'given' : 'open')}
                errorId={isMissing ? ERROR_ID : null}
              >
                {later.review.consent(
                  format.money(offer.total_cents),
                  offer.payments.length,
                  format.date(last),
                )}
              </Checkbox>
            </div>
            {progress === 'ready' && (
              <button type="button" class="text-button" onClick={onHandOver}>
                {text.handOver[session.role]}
              </button>
            )}
          </>
        )}
      </div>
      <ActionBar
        label={text.totalYouPay}
        cents={offer.total_cents}
        note={isLeaving ? later.announced.finishing : pace === 'slow' ? text.announced.slow : null}
      >
        <Button kind="primary" state={progress} onPress={onConfirm}>
          {progress === 'busy' ? later.announced.confirming : later.review.confirm}
        </Button>
      </ActionBar>
    </Shell>
  )
}
