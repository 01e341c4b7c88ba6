import { useSlow } from '../../flow/use-slow.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Icon } from '../../ui/icon.tsx'
import { OrderSummary } from '../../ui/order-summary.tsx'
import { ScreenHeading } from '../../ui/screen-heading.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { Told } from './props.ts'
import { Quote } from './quote.tsx'
import { useWaiting } from './use-waiting.ts'

/** The order is a colleague's to decide: who it is, until when, and the ways out. */
export function WaitingScreen(props: Told) {
  const { state, approval, ports, onLeave, i18n } = props
  const { text, words, format } = i18n
  const { session } = state.visit
  const [{ task, problem }, withdraw] = useWaiting(props)
  const pace = useSlow(task, ports.clock)
  const own = words.waiting
  const title = own.title(approval.approver_email)
  const trouble = problem === 'network' ? own.cutOff : problem && text.interrupted[problem].title
  return (
    <Shell onClose={onLeave} aside={<OrderSummary session={session} />}>
      <div class="screen">
        <span class="medal">
          <Icon name="clock" />
        </span>
        <ScreenHeading title={title} merchant={session.merchant_name}>
          {drawTitle(title, approval.approver_email)}
        </ScreenHeading>
        <p class="lead">{own.lead}</p>
        <section class="panel">
          <Facts
            facts={[
              { name: own.asked, value: format.day(approval.requested_at) },
              { name: own.until, value: format.day(approval.expires_at) },
            ]}
          />
          {approval.note && <Quote label={own.note}>{approval.note}</Quote>}
        </section>
        {/* There from the start, so that what comes into it is read. */}
        <p class="waiting-trouble" role="status">
          {state.afterwards === 'leave' ? words.finishing : pace === 'slow' ? text.announced.slow : trouble}
        </p>
        <div class="standstill-actions">
          <Button kind="quiet" state={task ? 'busy' : 'ready'} onPress={withdraw}>
            {task ? own.takingBack : own.takeBack}
          </Button>
          {onLeave && (
            <Button kind="quiet" onPress={onLeave}>
              {text.backToShop}
            </Button>
          )}
        </div>
      </div>
    </Shell>
  )
}

/** The address on a line of its own; one that is longer than a line breaks after its @ and its dots, not inside a word. */
function drawTitle(title: string, address: string) {
  const [before, after] = title.split(address)
  return (
    <>
      {before}
      <bdi class="title-address">
        {address.match(/[^@.]*[@.]?/g)?.map((part, index) => (
          <span key={index}>
            {part}
            <wbr />
          </span>
        ))}
      </bdi>
      {after}
    </>
  )
}
