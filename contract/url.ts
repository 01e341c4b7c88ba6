/** URLs a customer may be sent to (CONTRACT "Decisions"). Free of zod, and small: the SDK carries it. */

const thisMachine = /^((.+\.)?localhost|127\.0\.0\.1|\[::1])$/

/** Whether a text is an absolute http(s) URL without userinfo, https unless its host is this machine. */
export function isCustomerUrl(text: string): boolean {
  // The slashes count: a browser reads "https:path" as a path on the page's own host.
  return /^https?:\/\//i.test(text) && URL.canParse(text) && isSafe(new URL(text))
}

const isSafe = ({ protocol, hostname, username, password }: URL) =>
  !(username + password) && (protocol === 'https:' || thisMachine.test(hostname))

/** Why a text is not a URL that a customer may be sent to, or undefined. */
export function findUrlFault(text: string): string | undefined {
  if (isCustomerUrl(text)) return undefined
  return 'must be an absolute https URL without user name or password (http only on localhost)'
}
