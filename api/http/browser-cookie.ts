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
