/** How much of a caller's own key an answer repeats, so that no answer grows with what it answers. */
export const MAX_KEY_LENGTH = 60

/** A key in quotes, with what does not fit left out: `"shiping"`. */
export function quoteKey(key: string): string {
  const quoted = JSON.stringify(shortenKey(key))
  // Escapes may make it up to six times as long.
  return quoted.length <= MAX_KEY_LENGTH + 3 ? quoted : `${quoted.slice(0, MAX_KEY_LENGTH + 1)}…"`
}

export function shortenKey(key: string): string {
  return key.length > MAX_KEY_LENGTH ? `${key.slice(0, MAX_KEY_LENGTH)}…` : key
}
