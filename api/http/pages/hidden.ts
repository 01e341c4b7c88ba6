import type {} from '@fastify/swagger'
import type { FastifySchema } from 'fastify'

/** Pages and files are for browsers; /openapi.json leaves them out. */
export const hidden: FastifySchema = { hide: true }
