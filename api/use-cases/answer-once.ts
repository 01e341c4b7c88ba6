import { errorStatus } from '@backd/contract/api/errors.ts'
import { ApiError } from '../domain/api-error.ts'
import type { Merchant } from '../domain/merchant.ts'
import type { AnswerRepository } from './ports/answers.ts'
import { type Clock, ON_TIME } from './ports/clock.ts'
import type { LaterAnswer } from './ports/later-answer.ts'
import type { Store } from './ports/store.ts'
import { seal, unseal } from './sealed-answer.ts'

/** How long an answer is kept (CONTRACT section 4). */
export const KEPT_MS = 7 * 86_400_000

/** A call that came with an Idempotency-Key. */
export interface KeyedCall {
  /** Whose time tells how long the answer is kept. */
  caller: Pick<Merchant, 'clockOffsetMs'>
  id: Uint8Array
  bodyDigest: string
  /** 256 bits that only the caller's secret key gives: we could not open the answer ourselves. */
  sealKey: Uint8Array
}

/**
 * What is kept of a call: its data, or why it was refused.
 * Before `wholeBy`, in ms since 1970 by the machine's time, the data may still be completed.
 */
type Outcome =
  | { data: unknown; wholeBy?: number }
  | { refusal: Pick<ApiError, 'code' | 'message' | 'fields'> }

/** A store whose transactions give the answer that is kept, and keep the one they make. */
export interface AnsweringOnce {
  store: Store
  later: LaterAnswer
  /** Keeps a refusal that stands for itself: the effect it belongs to did not happen, unless by another try. */
  keepRefusal(error: unknown): Promise<void>
  isReplayed(): boolean
}

/**
 * One effect for one key: the answer is written in the effect's own transaction, so neither is there without the other.
 * A refusal is written after it, since its transaction left nothing. Faults are never kept: the caller may try again.
 */
export function answerOnce(store: Store, clock: Clock, call: KeyedCall): AnsweringOnce {
  let isReplayed = false
  let promisedMs: number | undefined
  const realTime = () => clock.now(ON_TIME).getTime()
  const find = (answers: AnswerRepository) =>
    answers.find(call.id, new Date(clock.now(call.caller).getTime() - KEPT_MS))
  /** To be run with the key's lock, when there is none to find. */
  const keep = (answers: AnswerRepository, outcome: Outcome) =>
    answers.keep({
      callId: call.id,
      bodyDigest: call.bodyDigest,
      sealed: seal(outcome, call.sealKey),
      createdAt: clock.now(call.caller),
    })

  const transact: Store['transact'] = (work, line) =>
    store.transact(async (repositories) => {
      const { answers } = repositories
      isReplayed = false
      if (!(await answers.tryLock(call.id))) throw inProgress()
      const kept = await find(answers)
      if (kept) {
        if (kept.bodyDigest !== call.bodyDigest) throw reused('another body')
        const outcome = unseal(kept.sealed, call.sealKey) as Outcome | undefined
        if (!outcome) throw reused('another secret key')
        if ('wholeBy' in outcome && realTime() < outcome.wholeBy) throw inProgress()
        isReplayed = true
        return dataOf(outcome) as Awaited<ReturnType<typeof work>>
      }
      const data = await work(repositories)
      await keep(answers, { data, ...(promisedMs === undefined ? {} : { wholeBy: realTime() + promisedMs }) })
      return data
    }, line)

  return {
    store: { ...store, transact, tryAtOnce: async () => undefined },
    later: {
      promise(withinMs) {
        promisedMs = withinMs
      },
      complete: (data) => store.answers.amend(call.id, seal({ data }, call.sealKey)),
    },
    async keepRefusal(error) {
      if (isReplayed || !(error instanceof ApiError) || !isKept(error)) return
      const { code, message, fields } = error
      await store.transact(async ({ answers }) => {
        // Another try of the call may have come between: what it does, or did, is the answer.
        if (!(await answers.tryLock(call.id)) || (await find(answers))) return
        await keep(answers, { refusal: { code, message, fields } })
      })
    },
    isReplayed: () => isReplayed,
  }
}

/** Only what is judged after the key (CONTRACT section 4), and not what is about the key itself. */
function isKept({ code }: ApiError): boolean {
  if (code === 'request_in_progress' || code === 'idempotency_key_reused') return false
  return errorStatus[code] === 409 || errorStatus[code] === 422
}

/** @throws ApiError the refusal that was kept */
function dataOf(outcome: Outcome): unknown {
  if ('data' in outcome) return outcome.data
  const { code, message, fields } = outcome.refusal
  throw new ApiError(code, message, fields)
}

/** 409 for who asks again too soon. */
export function inProgress(): ApiError {
  return new ApiError(
    'request_in_progress',
    'A request with this Idempotency-Key is still running; wait a moment, then send the same again.',
  )
}

function reused(difference: string): ApiError {
  return new ApiError(
    'idempotency_key_reused',
    `This Idempotency-Key was used with ${difference} before; send a new key for a new request.`,
  )
}
