/** A merchant's key pair as HTTP Basic carries it (RFC 7617): user = public key, password = secret key. */
export interface KeyPair {
  publicKey: string
  secretKey: string
}

/** Reads an Authorization header; undefined when it is no Basic one that can be read. */
export function readBasicAuth(header: string | undefined): KeyPair | undefined {
  const encoded = /^basic +([A-Za-z0-9+/_=-]+) *$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const decoded = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  if (colon === -1) return undefined
  return { publicKey: decoded.slice(0, colon), secretKey: decoded.slice(colon + 1) }
}

/** Reads the token of a Bearer header (RFC 6750). */
export function readBearer(header: string | undefined): string | undefined {
  return /^bearer +([A-Za-z0-9._~+/=-]+) *$/i.exec(header ?? '')?.[1]
}
