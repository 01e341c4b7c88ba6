import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isToken } from '../domain/ids.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the service is reached over https alone, which its cookies then are as well. */
    isSecure: boolean
  }
}

interface Asking extends Pick<FastifyRequest, 'headers'> {
  server: Pick<FastifyInstance, 'isSecure'>
}

/**
 * Tells one browser from another, so that a link which was passed on has to be verified again. Each link has a cookie of
 * its own: a new one can be made for it without taking anything from the browser's other checkouts.
 */
export const cookieNameOf = (token: string) =>
  `backd_browser_${createHash('sha256').update(`cookie ${token}`).digest('base64url').slice(0, 8)}`

/** The browser's own cookie for a link; undefined when it has none that we could have given it. */
export function browserOf({ headers, server }: Asking, token: string): string | undefined {
  const start = `${prefixOf(server)}${cookieNameOf(token)}=`
  const values = (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(start))
    .map((pair) => pair.slice(start.length))
  return values.find(isToken)
}

/** Nine days: longer than a link waits for its customer or its approver, and a buyer for theirs, and no longer than its cookie is of use. */
const MAX_AGE_S = 9 * 24 * 60 * 60

/** A browser takes a cookie of this name from us alone: not from another host of our domain, and not over http. */
const prefixOf = ({ isSecure }: Pick<FastifyInstance, 'isSecure'>) => (isSecure ? '__Host-' : '')

/** The Set-Cookie header for a browser. Lax, so that it comes along when a shop or a mail leads to the page. */
export function browserCookie({ server }: Pick<Asking, 'server'>, token: string, browser: string): string {
  const cookie = `${prefixOf(server)}${cookieNameOf(token)}=${browser}`
  const more = `Max-Age=${MAX_AGE_S}; HttpOnly; SameSite=Lax`
  // The prefix is taken with the whole site as its path alone.
  return server.isSecure ? `${cookie}; Path=/; ${more}; Secure` : `${cookie}; Path=/checkout; ${more}`
}
