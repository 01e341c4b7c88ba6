/**
 * URLs a customer may be sent to (CONTRACT "Decisions"). Free of zod.
 *
 * An http(s) URL without userinfo, https unless its host is this machine.
 * @returns why the value is refused, or undefined
 */
export function findUrlFault(value: string): string | undefined {
  const url = URL.parse(value)
  if (!url || !/^https?:\/\//i.test(value)) return 'must be an absolute http(s) URL'
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
