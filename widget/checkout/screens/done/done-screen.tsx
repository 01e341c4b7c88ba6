import type { StateOf } from '../../flow/state.ts'
import { useLaterI18n } from '../../i18n/later.ts'
import type { Clock } from '../../ports/clock.ts'
import { readableName } from '../../ports/readable.ts'
import { Amount } from '../../ui/amount.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OrderSummary } from '../../ui/order-summary.tsx'
import { ScreenHeading } from '../../ui/screen-heading.tsx'
import { sentence } from '../../ui/sentence.ts'
import { Shell } from '../../ui/shell.tsx'
import { ScheduleDownloads } from '../review/schedule-downloads.tsx'
import { ReturnToMerchant } from './return-to-merchant.tsx'

interface DoneScreenProps {
  state: StateOf<'done'>
  clock: Clock
  /** Missing where there is nowhere to return to. */
  onLeave: (() => void) | undefined
  progress: 'ready' | 'busy'
}

export function DoneScreen({ state, clock, onLeave, progress }: DoneScreenProps) {
  const { text, later, format } = useLaterI18n()
  const { session, selected, finished } = state
  const { offer, schedule } = selected
  const first = schedule.payments[0]
  const { merchant_name: merchant, role, approval, confirmation } = session
  const isNow = finished === 'now'
  const isApproved = role === 'buyer' && approval?.state === 'approved'

  return (
    <Shell onClose={onLeave} aside={<OrderSummary session={session} />}>
      <div class="screen">
        <span class="medal medal-good">
          <Icon name="check" />
        </span>
        <ScreenHeading
          title={isApproved ? later.done.approved : isNow ? later.done.title : later.done.titleEarlier}
          merchant={merchant}
        />
        <p class="lead">
          {isApproved
            ? sentence(later.done.approvedBy, approval.approver_email, merchant)
            : isNow
              ? role === 'approver' && approval?.requested_by
                ? sentence(later.done.told, readableName(approval.requested_by), merchant)
                : sentence(later.done.lead, merchant)
              : later.done.leadEarlier(format.day(selected.selected_at))}
        </p>
        {confirmation && (
          <p class="lead">{later.done.confirmation[confirmation.state](confirmation.email)}</p>
        )}
        {schedule.total_cents !== offer.total_cents && (
          <Notice>{sentence(later.done.changed, merchant, format.money(offer.total_cents))}</Notice>
        )}
        <section class="panel">
          {first && (
            <div class="next-payment">
              <p class="summary-label">{later.done.first}</p>
              <p class="next-payment-amount">
                <Amount cents={first.amount_cents} />
              </p>
              <p>{later.done.due(format.dateWithWeekday(first.due_on))}</p>
            </div>
          )}
          <Facts
            facts={[
              { name: text.terms.group, value: <bdi>{schedule.name}</bdi> },
              { name: text.totalYouPay, value: <Amount cents={schedule.total_cents} /> },
              { name: later.done.reference, value: <bdi>{session.backd_order_id}</bdi> },
            ]}
          />
          {schedule.payments.length > 0 && <ScheduleDownloads session={session} schedule={schedule} />}
        </section>
        {onLeave ? (
          <ReturnToMerchant merchant={merchant} clock={clock} onReturn={onLeave} progress={progress} />
        ) : (
          <p class="lead">{later.done.closePage}</p>
        )}
      </div>
    </Shell>
  )
}
