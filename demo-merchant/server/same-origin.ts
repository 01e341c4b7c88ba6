import type { FastifyRequest } from 'fastify'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something comes from one of our own pages. Browsers say so themselves: Sec-Fetch-Site,
 * or Origin in those that lack it. With neither, the request is not a browser's and is refused as well.
 */
export function isFromOwnPage(
  request: Pick<FastifyRequest, 'method' | 'headers'>,
  shopOrigin: string,
): boolean {
  if (safeMethods.has(request.method)) return true
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return request.headers.origin === shopOrigin
}
