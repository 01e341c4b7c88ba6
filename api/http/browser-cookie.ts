import type { FastifyRequest } from 'fastify'
import { isToken } from '../domain/ids.ts'

/** Tells one browser from another, so that a link which was passed on has to be verified again. */
const NAME = 'backd_browser'

/** The browser's own cookie; undefined when it has none that we could have given it. */
export function browserOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const values = (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${NAME}=`))
    .map((pair) => pair.slice(NAME.length + 1))
  return values.find(isToken)
}

/** A month: longer than any link that is bound by it waits for its customer. */
const MAX_AGE_S = 30 * 24 * 60 * 60

/** The Set-Cookie header for a browser. Lax, so that it comes along when a shop or a mail leads to the page. */
export function browserCookie(browser: string, { isSecure }: { isSecure: boolean }): string {
  const cookie = `${NAME}=${browser}; Path=/checkout; Max-Age=${MAX_AGE_S}; HttpOnly; SameSite=Lax`
  return isSecure ? `${cookie}; Secure` : cookie
}
