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

  constructor(code: ErrorCode, message: string, fields: FieldError[] = []) {
    super(message)
    this.code = code
    this.fields = fields
  }
}

/** 400 for fields that are wrong; the sentence sums them up. */
export function invalidRequest(fields: FieldError[]): ApiError {
  return new ApiError('invalid_request', summarise(fields), fields)
}

const LISTED = 3

function summarise(fields: FieldError[]): string {
  const [first] = fields
  if (!first) return 'The request is not valid.'
  if (fields.length === 1) return `${first.path}: ${first.message}.`
  const paths = [...new Set(fields.map(({ path }) => path))]
  const more = paths.length > LISTED ? ` and ${paths.length - LISTED} more` : ''
  return `${fields.length} fields need a correction: ${paths.slice(0, LISTED).join(', ')}${more}.`
}
