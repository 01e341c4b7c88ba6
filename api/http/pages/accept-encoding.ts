export type Encoding = 'br' | 'gzip' | 'identity'

/** Ours, the smallest first. */
const offered = ['br', 'gzip'] as const

/**
 * The encoding to answer with: Brotli if the request takes it, else gzip, else none (RFC 9110, 12.5.3). A client that
 * refuses even "identity" gets it all the same: an answer it may not like beats none.
 */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  const weights = new Map(
    (acceptEncoding ?? '').split(',').map((entry) => {
      const [coding = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))
      return [coding, weight === undefined ? 1 : Number(weight.slice(2)) || 0]
    }),
  )
  return offered.find((coding) => (weights.get(coding) ?? weights.get('*') ?? 0) > 0) ?? 'identity'
}
