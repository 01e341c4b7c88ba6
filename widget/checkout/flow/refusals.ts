import type { ErrorCode } from '@backd/contract/api/errors.ts'
import type { ApiFault } from '../ports/api.ts'
import {
  type CodeProblem,
  type Detail,
  deadLinks,
  type Interruption,
  type Notice,
  type StopReason,
} from './state.ts'

/** What a call that did not succeed leads to. */
export type Consequence =
  | { kind: 'stop'; reason: StopReason; detail: Detail | null }
  | { kind: 'retry'; cause: Interruption }
  /** Our picture of the order is old: read the session again. */
  | { kind: 'reload'; notice: Notice }

type Call = 'open_order' | 'open_session' | 'select_terms'

const stops: Partial<Record<ErrorCode, StopReason>> = {
  invalid_request: 'bad_order',
  payload_too_large: 'bad_order',
  unsupported_media_type: 'bad_order',
  origin_not_allowed: 'bad_origin',
  order_not_found: 'unknown_link',
  amounts_do_not_add_up: 'bad_amounts',
  total_exceeds_limit: 'over_limit',
  duplicate_merchant_order_id: 'duplicate_order',
  ...deadLinks,
  order_cancelled: 'cancelled',
  declined: 'declined',
}

const retries: Partial<Record<ErrorCode, Interruption>> = {
  too_many_requests: 'busy',
  request_in_progress: 'busy',
  internal_error: 'service',
  unavailable: 'service',
}

const reloads: Partial<Record<ErrorCode, Notice>> = {
  offer_changed: 'offer_changed',
  terms_already_selected: 'none',
  verification_required: 'none',
  decision_pending: 'none',
  approval_pending: 'none',
  approval_not_pending: 'none',
}

/** Reads a fault of one call: what the customer can do decides, not the HTTP code. */
export function judgeFault(call: Call, fault: ApiFault): Consequence {
  if (fault.kind === 'unreachable') return { kind: 'retry', cause: 'network' }
  if (fault.kind === 'unreadable') return { kind: 'retry', cause: 'service' }

  const { code, message, fields } = fault
  const detail: Detail = { code, message, fields }
  // The key is judged where an order is made; later a 401 can only mean the link's token.
  if (code === 'unauthorized') {
    return { kind: 'stop', reason: call === 'open_order' ? 'bad_key' : 'unknown_link', detail }
  }
  const known = code as ErrorCode
  const notice = reloads[known]
  if (notice) return { kind: 'reload', notice }
  const cause = retries[known]
  if (cause) return { kind: 'retry', cause }
  const reason = stops[known]
  // Once the order exists, its shape was fine: a body refused now is our mistake, not the merchant's.
  if (reason === 'bad_order' && fields.length > 0 && fields.every(isWish)) {
    return { kind: 'stop', reason: 'bad_options', detail }
  }
  if (reason && !(reason === 'bad_order' && call !== 'open_order')) return { kind: 'stop', reason, detail }
  if (fault.httpStatus >= 500) return { kind: 'retry', cause: 'service' }
  return { kind: 'stop', reason: 'service', detail }
}

/** Not of the order but of how it is shown. */
function isWish({ path }: { path: string }): boolean {
  return /^(locale|appearance)\b/.test(path)
}

const codeProblems: Partial<Record<ErrorCode, CodeProblem['kind']>> = {
  code_wrong: 'wrong',
  code_expired: 'expired',
  email_undeliverable: 'undeliverable',
}

/** Reads a fault of sending or checking a code. What is wrong is told at the field, so that the customer stays there. */
export function judgeCodeFault(
  fault: ApiFault,
): CodeProblem | Extract<Consequence, { kind: 'stop' | 'reload' }> {
  const problem = fault.kind === 'refused' && codeProblems[fault.code as ErrorCode]
  if (problem) return { kind: problem, fault }
  const consequence = judgeFault('open_session', fault)
  return consequence.kind === 'retry' ? { kind: consequence.cause } : consequence
}
