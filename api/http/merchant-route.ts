import type { ErrorCode } from '@backd/contract/api/errors.ts'
import { IDEMPOTENCY_KEY_HEADER, MAX_IDEMPOTENCY_KEY_LENGTH } from '@backd/contract/api/idempotency.ts'
import { z } from 'zod'
import type { Merchant } from '../domain/merchant.ts'
import { commonCodes, describeReplies } from './replies.ts'

/** What every route of the merchant API says of itself in /openapi.json. */
export const merchantRoute = { tags: ['Orders'], security: [{ basic: [] }] }

/** What an Idempotency-Key may be refused with. */
export const idempotencyCodes: ErrorCode[] = ['request_in_progress', 'idempotency_key_reused']

/** Documents the header; idempotency.ts judges it. Loose, since the other headers are to stay. */
export const idempotencyHeaders = z.looseObject({
  [IDEMPOTENCY_KEY_HEADER]: z
    .string()
    .optional()
    .meta({
      description:
        'The same request with the same key has one effect and one answer for seven days; at most ' +
        `${MAX_IDEMPOTENCY_KEY_LENGTH} characters`,
    }),
})

/** The answers of a call that changes one order: its success, what any such call may refuse with, and `codes`. */
export function describeChange<Data extends z.ZodType>(description: string, data: Data, codes: ErrorCode[]) {
  return describeReplies(description, data, [
    ...commonCodes,
    'unauthorized',
    'order_not_found',
    ...codes,
    ...idempotencyCodes,
  ])
}

/** The authenticated merchant; the hook of merchant-api.ts lets nobody else through. */
export function callerOf({ merchant }: { merchant: Merchant | null }): Merchant {
  if (!merchant) throw new Error('a merchant route ran without authentication')
  return merchant
}
