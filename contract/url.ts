/**
 * URLs a customer may be sent to (CONTRACT "Decisions"). Free of zod.
 *
 * An http(s) URL without userinfo, https unless its host is this machine.
 * @returns why the value is refused, or undefined
 */
export function findUrlFault(value: string): string | undefined {
  // Not URL.parse, which browsers have only since 2024: the SDK runs in every customer's.
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return 'must be an absolute http(s) URL'
  const url = new URL(value)
  if (url.username || url.password) return 'must not contain a user name or password'
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return 'must use https (http only on localhost)'
  return undefined
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '127.0.0.1' ||
    hostname === '[::1]'
  )
}
