const ANSWER_MS = 8_000

/**
 * Asks for the merchant's plans, as <backd-terms> does: the API judges the key first, then the page's origin, which the browser
 * names. Sends nothing else, and no cookie. Never rejects.
 * @returns Snapshot's `merchant`
 */
export async function askMerchant(origin: string, key: string): Promise<string> {
  let response: Response
  try {
    response = await fetch(
      `${origin}/checkout/api/plans?${new URLSearchParams({ public_api_key: key || '-' })}`,
      {
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(ANSWER_MS),
      },
    )
  } catch {
    return 'unreachable'
  }
  const { status } = Object(await response.json().catch(() => {}))
  if (typeof status?.type === 'string') return status.type
  // Whoever stands before Backd answers in its own words when Backd does not.
  return response.status < 500 ? 'foreign' : `${response.status}`
}
