import type { FieldError } from '@backd/contract/api/envelope.ts'
import type { ErrorCode } from '@backd/contract/api/errors.ts'

/**
 * A refusal that the caller is told of: a code of CONTRACT section 4 and a sentence for a person. What HTTP makes of it
 * is http's to know; anything else that is thrown is a fault of ours.
 */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: ErrorCode
  readonly fields: FieldError[]
  /** In how many seconds the same may be tried again, where that is known. */
  readonly retryAfterS: number | undefined

  constructor(
    code: ErrorCode,
    message: string,
    fields: FieldError[] = [],
    { retryAfterS }: { retryAfterS?: number } = {},
  ) {
    super(message)
    this.code = code
    this.fields = fields
    this.retryAfterS = retryAfterS
  }
}

/**
 * 400 for fields that are wrong; the sentence sums them up.
 * @param hidden how many more faults there are than `fields` lists
 */
export function invalidRequest(fields: FieldError[], hidden = 0): ApiError {
  const listed =
    hidden === 0
      ? fields
      : [...fields, { path: 'body', message: `has ${hidden} more such faults, not listed` }]
  return new ApiError('invalid_request', summarise(fields, hidden), listed)
}

const NAMED = 3

function summarise(fields: FieldError[], hidden: number): string {
  const [first] = fields
  if (!first) return 'The request is not valid.'
  const paths = [...new Set(fields.map(({ path }) => path))]
  const named = paths.slice(0, NAMED).join(', ')
  if (hidden > 0) return `More than ${fields.length} corrections are needed, first in ${named}.`
  if (paths.length === 1) return endSentence(`${first.path}: ${fields.map(messageOf).join('; ')}`)
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : ''
  // A page hears this sentence alone, so it says of one field what to change.
  return `${paths.length} fields need a correction: ${named}${more}. ${endSentence(`${first.path}: ${first.message}`)}`
}

function messageOf({ message }: FieldError): string {
  return message
}

function endSentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}
