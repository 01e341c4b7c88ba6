import type { CheckoutMessage, CloseCode, FailCode } from '@backd/contract/frame/messages.ts'
import type { Order } from '@backd/contract/order.ts'
import type { CheckoutBoot, CheckoutSession, SessionOffer } from '@backd/contract/session.ts'
import type { ApiFault } from '../ports/api.ts'

/**
 * The checkout as one value. A screen is a function of the state, and work under way is a `task` in it; effects
 * (use-flow.ts) do nothing but run the task and report what came of it.
 *
 *   connecting → loading → [verify] → [deciding] → terms ⇄ review → confirming → done → leaving
 *                   ↓ ↑                  ↕       ↕                    ↓ ↑
 *              interrupted · stopped      handover        interrupted · stopped
 *                                         ↓ ↑
 *                                        approval → done · terms
 *
 * `asking` stands before `leaving` wherever a customer is half-way.
 */
export type FlowState =
  /** The modal waits for the merchant's page to hand over the order. */
  | { screen: 'connecting'; task: AwaitHostTask | null }
  | { screen: 'loading'; task: OpenTask }
  /** Whoever holds the link shows that the customer's address is theirs, by a code that was mailed there. */
  | {
      screen: 'verify'
      visit: Visit
      problem: CodeProblem
      task: SendCodeTask | CheckCodeTask | null
      /** Entered while a code was still being sent: it is checked as soon as that is over. */
      entered?: string | undefined
    }
  /** Backd's answer is not there yet. */
  | { screen: 'deciding'; visit: Visit; task: AwaitDecisionTask }
  | { screen: 'terms'; visit: Visit; choice: Choice; notice: Notice }
  | { screen: 'review'; visit: Visit; offer: SessionOffer; consent: Consent }
  /** The customer agreed; nothing is submitted twice, and a wish to leave waits for the answer. */
  | {
      screen: 'confirming'
      visit: Visit
      offer: SessionOffer
      task: SelectTask
      afterwards: 'stay' | 'leave'
    }
  | { screen: 'done'; session: CheckoutSession; selected: SelectedTerms; finished: 'now' | 'earlier' }
  /** A form over `from`: the buyer passes the order to a colleague, or the colleague declines it (screens/handover). */
  | {
      screen: 'handover'
      visit: Visit
      from: StateOf<'terms' | 'review' | 'approval'>
      form?: HandoverForm
      /** While it is being sent: a wish to leave waits for the answer. */
      afterwards?: 'stay' | 'leave' | undefined
    }
  /** What became of the request to a colleague: the buyer waits for it, or it has ended. */
  | {
      screen: 'approval'
      visit: Visit
      waiting?: Waiting
      /** While it is being taken back; as above. */
      afterwards?: 'stay' | 'leave' | undefined
    }
  /** Something that may pass: the same task can be tried again. */
  | { screen: 'interrupted'; cause: Interruption; retry: OpenTask | SelectTask }
  /** Nothing can go on here. */
  | { screen: 'stopped'; reason: StopReason; detail: Detail | null }
  /** Asks before `from` is given up; it stays on the screen behind the question. */
  | { screen: 'asking'; from: AskedState }
  /** The customer left `from`, which stays on the screen until the window is gone. */
  | { screen: 'leaving'; from: ShownState; task: LeaveTask }

export type StateOf<Screen extends FlowState['screen']> = Extract<FlowState, { screen: Screen }>

/** A state that draws a screen of its own. */
export type ShownState = Exclude<FlowState, { screen: 'leaving' | 'asking' }>

/** Half-way: what was done so far would have to be done again. */
export type AskedState = StateOf<'verify' | 'terms' | 'review' | 'handover'>

/** What is under way, also behind a question. */
export function taskOf(state: FlowState): Task | null {
  const shown = state.screen === 'asking' ? state.from : state
  return 'task' in shown ? shown.task : null
}

/** A session and the token that opens it. */
export interface Visit {
  token: string
  session: CheckoutSession
}

export type SelectedTerms = NonNullable<CheckoutSession['selected']>

/** The plan chosen so far. `missing`: the customer tried to go on without one. */
export type Choice = { kind: 'none' } | { kind: 'missing' } | { kind: 'chosen'; offer: SessionOffer }

/** Why the code that was entered, or the one that was to be sent, does not do. A new object each time. */
export interface CodeProblem {
  kind: 'none' | 'incomplete' | 'wrong' | 'expired' | 'undeliverable' | 'too_many' | Interruption
  /** What the API said: how many tries or minutes are left. */
  fault?: ApiFault
}

/** The form that passes the order to a colleague, or with which the colleague declines it; that one has no email. */
export interface HandoverForm {
  email: string
  note: string
  problems: FormProblems
  /** A new object for each try. */
  task: { kind: 'send' } | null
}

/** What is wrong with what was entered; a new object for each try. `whole`: nothing that one field could mend. */
export interface FormProblems {
  email?: 'missing' | 'incomplete' | 'own' | 'undeliverable'
  note?: 'too_long'
  whole?: Interruption | 'used_up' | { waitMinutes: number }
}

/** What a buyer's waiting has come to. */
export interface Waiting {
  /** How often the API was asked, which decides when it is asked again. */
  asked: number
  /** The last answers that were none. */
  failures: number
  task: { kind: 'withdraw' } | null
  problem: Interruption | null
}

/** The agreement's checkbox. `missing`: the customer tried to confirm without it. */
export type Consent = 'open' | 'missing' | 'given'

/** What the terms screen has to explain; `offer_changed`: dates or amounts moved since the customer saw them. */
export type Notice = 'none' | 'offer_changed'

/** `network`: no answer; `service`: an answer nobody can use; `busy`: too many requests. */
export type Interruption = 'network' | 'service' | 'busy'

export type StopReason =
  | 'over_limit'
  | 'expired'
  | 'cancelled'
  | 'refunded'
  | 'declined'
  | 'unknown_link'
  /** Of an approver's link. */
  | 'request_withdrawn'
  | 'request_expired'
  | 'bad_key'
  | 'bad_origin'
  | 'bad_order'
  | 'bad_options'
  | 'bad_amounts'
  | 'duplicate_order'
  | 'no_offers'
  | 'service'
  /** The modal's document was opened by itself. */
  | 'no_host'
  /** The merchant's page never introduced itself. */
  | 'host_silent'

/** The API's own words, for whoever integrates. */
export interface Detail {
  code: string
  message: string
  fields: { path: string; message: string }[]
}

export type AwaitHostTask = { kind: 'await_host' }
/** `order`: make one, in the modal; `token`: read the one that the link opens. */
export type Source = HostSource | { kind: 'token'; token: string }
/** `link`: exchange the page's link that the merchant's page was given for one of this frame's own. */
export type HostSource = (
  | { kind: 'order'; order: Order; token?: undefined }
  | { kind: 'link'; token: string; order?: undefined }
) & {
  pageOrigin: string
  wishes: Wishes
}
/** How the merchant's page wants the checkout shown, as it gave it: the API judges it with the order. */
export interface Wishes {
  locale?: unknown
  appearance?: unknown
}
export type OpenTask = { kind: 'open'; source: Source; notice: Notice }
export type SendCodeTask = { kind: 'send_code'; visit: Visit }
export type CheckCodeTask = { kind: 'check_code'; visit: Visit; code: string }
export type AwaitDecisionTask = { kind: 'await_decision'; token: string }
export type SelectTask = { kind: 'select'; visit: Visit; offer: SessionOffer }
export type LeaveTask = { kind: 'leave'; from: ShownState }
export type Task =
  | AwaitHostTask
  | OpenTask
  | SendCodeTask
  | CheckCodeTask
  | AwaitDecisionTask
  | SelectTask
  | LeaveTask

/** How a visit ended, as the merchant hears it: over the port in the modal, in the return URL on the page. */
export type Outcome =
  | ({ kind: 'completed'; backd_signature?: string | null | undefined } & Pick<
      CompletedMessage,
      'backd_order_id' | 'merchant_order_id'
    >)
  | { kind: 'closed'; code: CloseCode }
  | { kind: 'failed'; code: FailCode; recoverable: boolean }
type CompletedMessage = Extract<CheckoutMessage, { type: 'onSuccess' }>

/** Where the document stands when it opens. */
export interface Opening {
  boot: CheckoutBoot
  /** The redirect page's token, from its path; empty in the modal. */
  token: string
  /** `alone`: the document has no window around it. */
  surroundings: 'framed' | 'alone'
}

/** The first state. The server's session wins over anything a reload may have lost. */
export function startFlow({ boot, token, surroundings }: Opening): FlowState {
  switch (boot.kind) {
    case 'page':
      return showSession({ token, session: boot.session }, 'none')
    case 'dead_link':
      return showStop(deadLinks[boot.code])
    case 'refused':
      return showStop(boot.code === 'unauthorized' ? 'bad_key' : 'bad_origin', { ...boot, fields: [] })
    case 'modal':
      if (surroundings === 'alone') return showStop('no_host')
      return { screen: 'connecting', task: { kind: 'await_host' } }
  }
}

/** What a link's end means to its holder, by the API's code. */
export const deadLinks = {
  checkout_expired: 'expired',
  approval_withdrawn: 'request_withdrawn',
  approval_expired: 'request_expired',
  not_found: 'unknown_link',
} as const

/** Nothing can go on. */
export const showStop = (reason: StopReason, detail: Detail | null = null): ShownState => ({
  screen: 'stopped',
  reason,
  detail,
})

/** The screen a session asks for: an interrupted order resumes, a finished one says so. */
export function showSession(visit: Visit, notice: Notice): ShownState {
  const { session } = visit
  const { selected, status, verification, decision } = session
  if (status === 'order_cancelled') return showStop('cancelled')
  if (status === 'refund' && selected?.schedule.total_cents === 0) return showStop('refunded')
  if (selected) return { screen: 'done', session, selected, finished: 'earlier' }
  if (status !== 'order_created') return showStop('service')
  if (verification.state === 'required') {
    const task = verification.code ? null : ({ kind: 'send_code', visit } as const)
    return { screen: 'verify', visit, problem: { kind: 'none' }, task }
  }
  if (decision === 'pending') {
    return { screen: 'deciding', visit, task: { kind: 'await_decision', token: visit.token } }
  }
  if (decision === 'declined') return showStop('declined')
  if (decision === 'limit_too_low') return showStop('over_limit')
  if (isApprovalShown(session, notice)) return { screen: 'approval', visit }
  if (session.offers.length === 0) return showStop('no_offers')
  return { screen: 'terms', visit, choice: { kind: 'none' }, notice }
}

/** While a colleague is asked the order is theirs. How it ended is told once, and not to a buyer who has gone on since. */
function isApprovalShown({ approval, role }: CheckoutSession, notice: Notice): boolean {
  if (!approval || approval.state === 'withdrawn') return false
  if (role === 'approver') return approval.state !== 'pending'
  return approval.state === 'pending' || notice === 'none'
}
