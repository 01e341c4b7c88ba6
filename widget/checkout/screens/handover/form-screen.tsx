import { useEffect, useRef } from 'preact/hooks'
import type { StateOf } from '../../flow/state.ts'
import { useSlow } from '../../flow/use-slow.ts'
import { readableName } from '../../ports/readable.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Announcer } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldError } from '../../ui/field-error.tsx'
import { Icon } from '../../ui/icon.tsx'
import { OrderSummary } from '../../ui/order-summary.tsx'
import { ScreenHeading } from '../../ui/screen-heading.tsx'
import { sentence } from '../../ui/sentence.ts'
import { Shell } from '../../ui/shell.tsx'
import { NoteField } from './note-field.tsx'
import type { HandoverProps } from './props.ts'
import { useForm } from './use-form.ts'

/** The buyer passes the order to a colleague, or the colleague declines it: an address where it is needed, and a few words. */
export function FormScreen(props: HandoverProps<StateOf<'handover'>>) {
  const { state, ports, send, onLeave, i18n } = props
  const { text, words } = i18n
  const { session } = state.visit
  const isAsking = session.role === 'buyer'
  const own = isAsking ? words.ask : words.decline
  const [form, tell] = useForm(props)
  const { problems, task } = form
  const pace = useSlow(task, ports.clock)
  const fields = useRef<HTMLFormElement>(null)
  // New problems for each try, so the focus moves each time.
  useEffect(() => {
    fields.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [problems])

  const emailError = problems.email && words.problems[problems.email]
  const noteError = problems.note && words.problems[problems.note]
  const { whole } = problems
  const wholeError =
    whole &&
    (whole === 'used_up'
      ? words.problems.used_up
      : typeof whole === 'object'
        ? words.problems.too_many(whole.waitMinutes)
        : `${text.interrupted[whole].title}. ${text.interrupted[whole].body}`)
  const submit = () => tell({ type: 'send_pressed', by: session.role })
  const buyer = readableName(session.approval?.requested_by ?? words.buyer)

  return (
    <Shell onClose={onLeave} aside={<OrderSummary session={session} />}>
      {/* Where the focus stays, nothing else would be read. */}
      <Announcer
        message={task ? own.sending : [wholeError, emailError, noteError].filter(Boolean).join(' ')}
      />
      <form
        ref={fields}
        class="screen"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ScreenHeading
          title={own.title}
          merchant={session.merchant_name}
          back={
            <button
              type="button"
              class="text-button back"
              aria-disabled={!!task}
              onClick={() => task || send({ type: 'back_pressed' })}
            >
              <Icon name="back" />
              {text.back}
            </button>
          }
        />
        <p class="lead">{isAsking ? words.ask.lead : sentence(words.decline.lead, buyer)}</p>
        {wholeError && <FieldError id="form-error">{wholeError}</FieldError>}
        {isAsking && (
          <Field
            id="colleague"
            class="field"
            label={words.ask.email}
            error={emailError}
            problem={problems}
            draw={(attributes) => (
              <input
                {...attributes}
                type="email"
                autoComplete="email"
                maxLength={254}
                required
                value={form.email}
                onInput={(event) => tell({ type: 'typed', field: 'email', value: event.currentTarget.value })}
              />
            )}
          />
        )}
        <NoteField
          label={words.optional(own.note)}
          value={form.note}
          error={noteError}
          problem={problems}
          clock={ports.clock}
          remaining={words.remaining}
          onInput={(value) => tell({ type: 'typed', field: 'note', value })}
        />
        {isAsking && <p class="lead">{words.ask.next}</p>}
      </form>
      <ActionBar
        label={text.summary.total}
        cents={session.order_total_cents}
        note={state.afterwards === 'leave' ? words.finishing : pace === 'slow' ? text.announced.slow : null}
      >
        <Button kind="primary" state={task ? 'busy' : 'ready'} onPress={submit}>
          {task ? own.sending : own.send}
        </Button>
      </ActionBar>
    </Shell>
  )
}
