/** Optional on every POST and DELETE of the merchant API (CONTRACT section 4). */
export const IDEMPOTENCY_KEY_HEADER = 'idempotency-key'
export const MAX_IDEMPOTENCY_KEY_LENGTH = 255

/** "true" on an answer that was given before under the same key. */
export const IDEMPOTENT_REPLAYED_HEADER = 'idempotent-replayed'
