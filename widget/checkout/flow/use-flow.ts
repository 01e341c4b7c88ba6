import type { FrameLink } from '@backd/contract/api/checkout.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { useEffect, useReducer } from 'preact/hooks'
import type { Text } from '../i18n/en.ts'
import type { Fetched } from '../parts/part.ts'
import type { Answer, CheckoutApi } from '../ports/api.ts'
import type { Clock } from '../ports/clock.ts'
import type { Exit } from '../ports/exit.ts'
import type { HostPort } from '../ports/host.ts'
import type { PageHistory } from '../ports/page-history.ts'
import type { Wake } from '../ports/wake.ts'
import { type EndStop, endingOf } from './outcome.ts'
import { type FlowEvent, reduceFlow } from './reducer.ts'
import {
  type FlowState,
  type HostSource,
  type Opening,
  type OpenTask,
  type SelectTask,
  startFlow,
  type Task,
  taskOf,
} from './state.ts'

/** The outside world, as the flow needs it. */
export interface FlowPorts {
  api: CheckoutApi
  host: HostPort
  exit: Exit
  clock: Clock
  /** Made with the companion that listens to it, where it is not given; so is the history. */
  wake?: Wake
  history?: PageHistory
}

/** The SDK waits as long for the checkout; longer would show a checkout that nobody listens to. */
export const HOST_TIMEOUT_MS = 8000

/** How soon a decision that is not there yet is asked for again. */
export const DECISION_MS = 2000

type Send = (event: FlowEvent) => void

/** What a frame that nobody sees yet does with what is to be opened (prepare.ts). */
export interface Preparing {
  prepare(source: HostSource, api: CheckoutApi): Promise<void>
  takePrepared(source: HostSource): FlowEvent | undefined
  joinPrepared(source: HostSource): Promise<FlowEvent> | undefined
}

/** Runs the flow: the state, and how to tell it what happened. */
export function useFlow(
  opening: Opening,
  ports: FlowPorts,
  text: Text,
  endStop: EndStop,
  preparing: Fetched<Preparing>,
): [FlowState, Send] {
  const [state, send] = useReducer(reduceFlow, opening, startFlow)
  const task = taskOf(state)

  useEffect(() => {
    let isOpened = false
    return ports.host.listen({
      onHidden: (source) => {
        send({ type: 'host_hides' })
        void preparing.load().then(
          ({ prepare }) => (isOpened ? undefined : prepare(source, ports.api)),
          () => {},
        )
      },
      onOpen: (source) => {
        isOpened = true
        send(preparing.loaded()?.takePrepared(source) ?? { type: 'host_opened', source })
      },
      onClose: () => send({ type: 'leave_pressed' }),
    })
  }, [])
  // A task is run once, by its identity: a state may change around it while it is under way.
  useEffect(() => (task ? runTask(task, { ...ports, preparing }, send, text, endStop) : undefined), [task])

  return [state, send]
}

/** Starts a task; the returned function makes a late answer fall on deaf ears. */
function runTask(
  task: Task,
  ports: FlowPorts & { preparing: Fetched<Preparing> },
  send: Send,
  text: Text,
  endStop: EndStop,
): () => void {
  const listening = new AbortController()
  const report: Send = (event) => {
    if (!listening.signal.aborted) send(event)
  }
  switch (task.kind) {
    case 'await_host':
      return ports.clock.after(HOST_TIMEOUT_MS, () => report({ type: 'host_silent' }))
    case 'open':
      void open(task, ports).then(report)
      break
    case 'send_code':
      void ports.api.sendCode(task.visit.token).then(readCodeAnswer).then(report)
      break
    case 'check_code':
      void ports.api.verifyCode(task.visit.token, task.code).then(readCodeAnswer).then(report)
      break
    case 'await_decision': {
      const source = { kind: 'token', token: task.token } as const
      const callOff = ports.clock.after(DECISION_MS, () => void open({ source }, ports).then(report))
      return () => {
        callOff()
        listening.abort()
      }
    }
    case 'select':
      void select(task, ports.api).then(report)
      break
    case 'leave': {
      const { outcome, message } = endingOf(task.from, text, endStop)
      ports.exit.leave(outcome, message)
    }
  }
  return () => listening.abort()
}

const readCodeAnswer = (answer: Answer<CheckoutSession>): FlowEvent =>
  answer.kind === 'ok'
    ? { type: 'code_answered', session: answer.data }
    : { type: 'code_failed', fault: answer }

const open = (
  { source }: Pick<OpenTask, 'source'>,
  { api, preparing }: Pick<FlowPorts, 'api'> & { preparing: Fetched<Preparing> },
) =>
  source.kind === 'token'
    ? readOpen(source.token, api)
    : (preparing.loaded()?.joinPrepared(source) ?? exchange(source, api))

/** Makes the order, or the frame's own link of the page's. */
export async function exchange(
  { order, token, pageOrigin: page_origin, wishes }: HostSource,
  api: CheckoutApi,
): Promise<FlowEvent> {
  const answer = await api.createOrder({ order, page_origin, ...(wishes as FrameLink) }, token)
  if (answer.kind !== 'ok') return { type: 'open_failed', fault: answer }
  return { type: 'session_opened', visit: answer.data }
}

/** Reads the session, the first time or again: the order may have been finished or cancelled, or its dates have moved. */
export async function readOpen(token: string, api: CheckoutApi): Promise<FlowEvent> {
  const answer = await api.readSession(token)
  if (answer.kind !== 'ok') return { type: 'open_failed', fault: answer }
  return { type: 'session_opened', visit: { token, session: answer.data } }
}

/** Sends the choice with exactly what was on the screen: the customer is bound to nothing else. */
async function select({ visit, offer }: SelectTask, api: CheckoutApi): Promise<FlowEvent> {
  const answer = await api.selectTerms(visit.token, {
    plan_id: offer.plan_id,
    starts_on: offer.starts_on,
    total_cents: offer.total_cents,
    agreement_version: visit.session.agreement.version,
    agreed: true,
  })
  if (answer.kind !== 'ok') return { type: 'select_failed', fault: answer }
  return { type: 'terms_stored', session: answer.data }
}
