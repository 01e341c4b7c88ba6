import { errorSchema, successSchema } from '@backd/contract/api/envelope.ts'
import { type ErrorCode, errorStatus } from '@backd/contract/api/errors.ts'
import type { z } from 'zod'

/** What a route answers, for /openapi.json: its success, and for each HTTP code the machine codes it may carry. */
export function describeReplies<Data extends z.ZodType>(description: string, data: Data, codes: ErrorCode[]) {
  const refusals: Record<number, z.ZodType> = {}
  for (const status of new Set(codes.map((code) => errorStatus[code]))) {
    const names = codes.filter((code) => errorStatus[code] === status)
    refusals[status] = errorSchema.meta({ description: names.join(', ') })
  }
  return { ...refusals, 200: successSchema(data).meta({ description }) }
}

/** What any authenticated call with a body may be refused with. */
export const commonCodes: ErrorCode[] = [
  'invalid_request',
  'payload_too_large',
  'unsupported_media_type',
  'too_many_requests',
  'internal_error',
  'unavailable',
]
