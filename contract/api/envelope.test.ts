import { expect, it } from 'vitest'
import { z } from 'zod'
import { createError, createSuccess, errorSchema, successSchema } from './envelope.ts'
import { type ErrorCode, errorStatus } from './errors.ts'

it.each(Object.keys(errorStatus) as ErrorCode[])('the error %s has the envelope', (code) => {
  const envelope = createError(code, 'Say what to change.')
  expect(errorSchema.parse(envelope)).toEqual(envelope)
  expect(envelope.status).toEqual({ type: code, code: errorStatus[code], error: true })
  expect(envelope.data).toBeNull()
})

it('carries field errors only when there are some', () => {
  expect(createError('invalid_request', 'm', [])).not.toHaveProperty('errors')
  expect(createError('invalid_request', 'm', [{ path: 'a', message: 'b' }]).errors).toHaveLength(1)
})

it('wraps data', () => {
  const envelope = createSuccess({ a: 1 }, 'Found.')
  expect(successSchema(z.object({ a: z.number() })).parse(envelope)).toEqual(envelope)
})
