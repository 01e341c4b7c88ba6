import type { ErrorCode } from '@backd/contract/api/errors.ts'
import type { z } from 'zod'
import type { Merchant } from '../domain/merchant.ts'
import { commonCodes, describeReplies } from './replies.ts'

/** What every route of the merchant API says of itself in /openapi.json. */
export const merchantRoute = { tags: ['Orders'], security: [{ basic: [] }] }

/** The answers of a call that changes one order: its success, what any such call may refuse with, and `codes`. */
export function describeChange<Data extends z.ZodType>(description: string, data: Data, codes: ErrorCode[]) {
  return describeReplies(description, data, [...commonCodes, 'unauthorized', 'order_not_found', ...codes])
}

/** The authenticated merchant; the hook of merchant-api.ts lets nobody else through. */
export function callerOf({ merchant }: { merchant: Merchant | null }): Merchant {
  if (!merchant) throw new Error('a merchant route ran without authentication')
  return merchant
}
