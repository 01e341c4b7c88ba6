import type { Snapshot } from '../snapshot.ts'

/**
 * The page's own headers, which a script can't read of the answer that brought it: asked again, of the browser's cache if it is there.
 * A server may answer otherwise than it did before. Never rejects.
 */
export async function askHeaders(): Promise<Snapshot['headers']> {
  const response = await fetch(location.href, {
    method: 'HEAD',
    cache: 'force-cache',
    signal: AbortSignal.timeout(3_000),
  }).catch(() => undefined)
  return response?.ok ? response.headers : undefined
}
