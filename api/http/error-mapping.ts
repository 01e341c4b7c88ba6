import { createError, type ErrorEnvelope } from '@backd/contract/api/envelope.ts'
import { ApiError, invalidRequest } from '../domain/api-error.ts'

/** An answer that refuses: the envelope and what HTTP adds to it. */
export interface Refusal {
  envelope: ErrorEnvelope
  headers: Record<string, string>
  /** Whether it is a fault of ours, to be logged whole. */
  isFault: boolean
}

const RETRY_AFTER_S = 2

/**
 * What a thrown value is answered with. Refusals of ours as they are; Fastify's own refusals of a request in our words;
 * a database that is gone with 503; anything else with 500.
 */
export function createRefusal(error: unknown, isUnavailable: (error: unknown) => boolean): Refusal {
  const refused = error instanceof ApiError ? error : fromFastify(error)
  if (refused) {
    return {
      envelope: createError(refused.code, refused.message, refused.fields),
      headers: headersOf(refused),
      isFault: false,
    }
  }
  if (isUnavailable(error)) {
    return {
      envelope: createError('unavailable', 'The service cannot reach its database; try again in a moment.'),
      headers: { 'retry-after': String(RETRY_AFTER_S) },
      isFault: true,
    }
  }
  return {
    envelope: createError('internal_error', 'Something went wrong on our side; the order was not changed.'),
    headers: {},
    isFault: true,
  }
}

function headersOf({ code, retryAfterS }: ApiError): Record<string, string> {
  const seconds = retryAfterS ?? (code === 'unavailable' ? RETRY_AFTER_S : undefined)
  return seconds === undefined ? {} : { 'retry-after': String(seconds) }
}

const body = (message: string) => invalidRequest([{ path: 'body', message }])

/** Fastify's refusals, by their code (https://fastify.dev/docs/latest/Reference/Errors/). */
function fromFastify(error: unknown): ApiError | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, statusCode } = error as Error & { code?: string; statusCode?: number }
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ApiError('payload_too_large', 'The body is too large; send less in one request.')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ApiError(
        'unsupported_media_type',
        'Send the body as JSON, with Content-Type: application/json.',
      )
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return body('must not be empty: send a JSON object')
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return body('does not have the length that Content-Length says')
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return body('is not valid JSON')
    case 'FST_ERR_BAD_URL':
      return new ApiError('invalid_request', 'The address is not properly percent-encoded.')
  }
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return undefined
  // The JSON parser refuses "__proto__" and "constructor.prototype" keys, and all else that is not JSON.
  if (error instanceof SyntaxError) return body('is not JSON that can be read')
  return new ApiError('invalid_request', 'The request cannot be read as it was sent.')
}
