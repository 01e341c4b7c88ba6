/** The value of a cookie in a Cookie header, or undefined. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=')
    if (key === name) return value.join('=')
  }
  return undefined
}

const THIRTY_DAYS_S = 30 * 24 * 60 * 60

/**
 * A Set-Cookie line that no script reads and no other site's request carries. `value` must be free of `;` and spaces;
 * an empty one removes the cookie.
 */
export function writeCookie(name: string, value: string): string {
  const maxAge = value === '' ? 0 : THIRTY_DAYS_S
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`
}
