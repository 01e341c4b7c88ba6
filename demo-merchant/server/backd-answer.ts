/** How Backd's answers, and their absence, reach the shop. */

/** One field that Backd refuses: its name in what was sent, and what to change. */
export interface FieldFault {
  path: string
  message: string
}

export type BackdResult<Data> =
  | { ok: true; data: Data; envelope: unknown }
  /**
   * Backd said no, and saying it again will not help; `message` is Backd's own sentence, `code` its stable name, `status`
   * its HTTP code, and `faults` the fields that it names.
   */
  | { ok: false; kind: 'refused'; code: string; status: number; message: string; faults: FieldFault[] }
  /** Backd did not answer, or can't at the moment: whether the call took effect is unknown, and it may be sent again. */
  | { ok: false; kind: 'unavailable'; code: string; message: string }

/**
 * Judges an answer. The generated types say what Backd promises; what is worked with at once is looked at all the same,
 * since a proxy or another version may answer in Backd's place.
 * @param needed the fields of `data` without which a success is none
 */
export function readAnswer<Data>(
  httpStatus: number,
  answer: unknown,
  needed: readonly (keyof Data & string)[],
): BackdResult<Data> {
  const envelope = readEnvelope(answer)
  if (!envelope) return unavailable(`BackdPay answered ${httpStatus} with something we can't read.`)

  const { data, message, code, isError, faults } = envelope
  if (isError) {
    // The message says of one fault what to change, or of none where there are very many.
    const more = faults
      .map(({ path, message: wanted }) => `${path}: ${wanted}`)
      .filter((correction) => !message.includes(correction))
      .map((correction) => `${correction}.`)
    const sentence = [message, ...more].join(' ')
    if (httpStatus >= 500 || httpStatus === 429) return unavailable(sentence, code)
    return { ok: false, kind: 'refused', code, status: httpStatus, message: sentence, faults }
  }

  const lacking = needed.find((field) => !isRecord(data) || data[field] === undefined || data[field] === null)
  if (lacking !== undefined) return unavailable(`BackdPay's answer lacks ${lacking}.`)
  return { ok: true, data: data as Data, envelope: answer }
}

/** What a call that got no answer comes to. */
export function describeFailure(cause: unknown, origin: string, timeoutMs: number): BackdResult<never> {
  if (cause instanceof SyntaxError) return unavailable("BackdPay answered with something we can't read.")
  return cause instanceof Error && cause.name === 'TimeoutError'
    ? unavailable(`BackdPay did not answer within ${timeoutMs / 1000} seconds.`)
    : unavailable(`BackdPay can't be reached at ${origin}.`)
}

/** What Backd could not answer, or not so that it can be worked with. */
export function unavailable(message: string, code = 'unreachable'): BackdResult<never> {
  return { ok: false, kind: 'unavailable', code, message }
}

function readEnvelope(answer: unknown) {
  if (!isRecord(answer) || !isRecord(answer['status'])) return undefined
  const { message, data, errors = [] } = answer
  const { type, error } = answer['status']
  if (typeof message !== 'string' || typeof type !== 'string' || typeof error !== 'boolean') return undefined
  return {
    data,
    message,
    code: type,
    isError: error,
    faults: Array.isArray(errors) ? errors.filter(isFault) : [],
  }
}

function isFault(value: unknown): value is FieldFault {
  return isRecord(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
