import type { StateOf } from '../../flow/state.ts'
import { readableName } from '../../ports/readable.ts'
import { Button } from '../../ui/button.tsx'
import { OrderSummary } from '../../ui/order-summary.tsx'
import { sentence } from '../../ui/sentence.ts'
import { Standstill } from '../../ui/standstill.tsx'
import type { HandoverProps, Told } from './props.ts'
import { Quote } from './quote.tsx'
import { WaitingScreen } from './waiting-screen.tsx'

/** What became of the request, for the one who asked and for the one who declined. */
export function ApprovalScreen(props: HandoverProps<StateOf<'approval'>>) {
  const { role, approval } = props.state.visit.session
  if (!approval) return null
  if (role === 'approver') return <YouDeclined {...props} approval={approval} />
  if (approval.state === 'pending') return <WaitingScreen {...props} approval={approval} />
  return <Ended {...props} approval={approval} />
}

function YouDeclined({ approval, onLeave, i18n: { words } }: Told) {
  const { title, body } = words.youDeclined
  return (
    <Standstill
      icon="check"
      title={title}
      body={sentence(body, readableName(approval.requested_by ?? words.buyer))}
      onClose={onLeave}
      actions={null}
    />
  )
}

function Ended({ state, approval, send, onLeave, i18n }: Told) {
  const { text, words } = i18n
  const own = words.ended
  const kind = approval.state === 'declined' ? 'declined' : 'expired'
  return (
    <Standstill
      icon={kind === 'declined' ? 'alert' : 'clock'}
      title={own[kind]}
      body={own[`${kind}By`](approval.approver_email)}
      onClose={onLeave}
      aside={<OrderSummary session={state.visit.session} />}
      actions={
        <>
          <Button kind="primary" onPress={() => send({ type: 'choose_pressed' })}>
            {own.choose}
          </Button>
          <Button kind="quiet" onPress={() => send({ type: 'handover_pressed' })}>
            {kind === 'declined' ? own.askAnother : own.askAgain}
          </Button>
          {onLeave && (
            <Button kind="quiet" onPress={onLeave}>
              {text.backToShop}
            </Button>
          )}
        </>
      }
      told={approval.reason && <Quote label={own.reason}>{approval.reason}</Quote>}
    />
  )
}
