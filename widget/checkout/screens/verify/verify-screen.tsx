import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { CodeProblem, StateOf } from '../../flow/state.ts'
import { stepOf } from '../../flow/steps.ts'
import type { Text } from '../../i18n/en.ts'
import { useI18n } from '../../i18n/i18n.ts'
import type { Clock } from '../../ports/clock.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Announcer } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OrderSummary } from '../../ui/order-summary.tsx'
import { ScreenHeading } from '../../ui/screen-heading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { SendAgain } from './send-again.tsx'

interface VerifyScreenProps {
  state: StateOf<'verify'>
  pace: 'slow' | 'usual'
  clock: Clock
  onVerify: (code: string) => void
  onSendAgain: () => void
  onLeave: (() => void) | undefined
  /** What the reader is to know first. */
  above?: ComponentChildren
  /** Leaves at once: nothing is lost, and it is what the sentence offers. */
  onWrongAddress: (() => void) | undefined
}

/** A code that was mailed to the customer's address, entered here. */
export function VerifyScreen({
  state,
  pace,
  clock,
  onVerify,
  onSendAgain,
  onLeave,
  onWrongAddress,
  above,
}: VerifyScreenProps) {
  const { text } = useI18n()
  const { problem, task, visit, entered } = state
  const { session } = visit
  const { verification } = session
  const words = text.verify
  const field = useRef<HTMLInputElement>(null)
  const error = wordsOf(problem, text)
  // A new problem for each try, so the focus moves each time.
  useEffect(() => {
    if (error) field.current?.focus()
  }, [problem])
  if (verification.state !== 'required') return null
  const { email, reason } = verification
  const isSpent = problem.kind === 'expired' || triesLeft(problem) === 0
  const code = isSpent ? null : verification.code
  const isChecking = task?.kind === 'check_code' || entered !== undefined
  const submit = () => onVerify(field.current?.value ?? '')

  return (
    <Shell onClose={onLeave} aside={<OrderSummary session={session} />}>
      {/* Where the focus stays in the field, nothing else would be read. */}
      <Announcer message={isChecking ? words.verifying : (error ?? '')} />
      <form
        class="screen"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ScreenHeading
          title={words.title}
          merchant={session.merchant_name}
          step={stepOf('verify', session)}
        />
        {above}
        {/* There from the start, so that "sent" is read when it takes the place of "sending". */}
        <p class="lead taking-turns" role="status" data-longest={words.sending(email)}>
          <span>
            {(task?.kind === 'send_code' ? words.sending : code ? words.sent : words.unsent)(email)}
          </span>
        </p>
        {reason === 'other_browser' && <Notice>{words.otherBrowser}</Notice>}
        <Field
          id="code"
          class="code"
          label={words.code}
          error={error}
          problem={problem}
          draw={(attributes) => (
            <input
              {...attributes}
              ref={field}
              inputMode="numeric"
              autoComplete="one-time-code"
              autoCapitalize="off"
              spellcheck={false}
              maxLength={20}
            />
          )}
        />
        <SendAgain
          key={code?.sent_at}
          code={code}
          clock={clock}
          state={task ? 'busy' : 'ready'}
          onPress={onSendAgain}
        />
        {onWrongAddress && (
          <p class="wrong-address">
            {words.wrongAddress}{' '}
            <button type="button" class="text-button" onClick={onWrongAddress}>
              {text.backToShop}
            </button>
          </p>
        )}
      </form>
      <ActionBar
        label={text.summary.total}
        cents={session.order_total_cents}
        note={pace === 'slow' ? text.announced.slow : null}
      >
        <Button kind="primary" state={isChecking ? 'busy' : 'ready'} onPress={submit}>
          {isChecking ? words.verifying : words.verify}
        </Button>
      </ActionBar>
    </Shell>
  )
}

function wordsOf(problem: CodeProblem, { verify, interrupted }: Text): string | null {
  const { kind, fault } = problem
  switch (kind) {
    case 'none':
      return null
    case 'network':
    case 'service':
    case 'busy':
      return `${interrupted[kind].title}. ${interrupted[kind].body}`
    case 'wrong': {
      const tries = triesLeft(problem)
      if (tries === 0) return verify.problems.expired
      return tries ? `${verify.problems.wrong} ${verify.triesLeft(tries)}` : verify.problems.wrong
    }
    case 'too_many': {
      const seconds = fault?.kind === 'refused' && fault.retryAfterS
      return seconds ? verify.tooManyFor(Math.ceil(seconds / 60)) : verify.problems.too_many
    }
    default:
      return verify.problems[kind]
  }
}

function triesLeft({ fault }: CodeProblem): number | null {
  return fault?.kind === 'refused' ? (fault.fields[0]?.tries_left ?? null) : null
}
