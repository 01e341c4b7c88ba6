import { ApiError } from '../domain/api-error.ts'

/** 404 for a token that names no order. */
export function unknownLink(): ApiError {
  return new ApiError('not_found', 'This checkout link names no order; ask the merchant for a new one.')
}

/** 410 for a checkout that ran out before terms were selected. */
export function checkoutExpired(): ApiError {
  return new ApiError(
    'checkout_expired',
    'This checkout has expired; go back to the merchant and start again.',
  )
}
