import type { FailCode } from '../frame/messages.ts'
import type { ErrorCode } from './errors.ts'

/** Where the merchant's page hears another word than the API's own. What is not here is a fault of the service. */
const codes: Partial<Record<ErrorCode, FailCode>> = {
  unauthorized: 'INVALID_PUBLIC_KEY',
  invalid_request: 'INVALID_ORDER',
  origin_not_allowed: 'ORIGIN_NOT_ALLOWED',
  amounts_do_not_add_up: 'AMOUNTS_DO_NOT_ADD_UP',
  total_exceeds_limit: 'TOTAL_EXCEEDS_LIMIT',
  duplicate_merchant_order_id: 'DUPLICATE_MERCHANT_ORDER_ID',
}

/**
 * What onFail is told when an order could not be made. The SDK passes it on unread, since every merchant's page loads it.
 * @param paths of the fields that are wrong
 */
export function failCodeOf(type: ErrorCode, paths: readonly string[] = []): FailCode {
  const isOfOptions = paths.length > 0 && paths.every((path) => /^(locale|appearance)\b/.test(path))
  return isOfOptions ? 'INVALID_OPTIONS' : (codes[type] ?? 'SERVICE_ERROR')
}
