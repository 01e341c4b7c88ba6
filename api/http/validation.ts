import { createFieldErrors, describeIssue } from '@backd/contract/field-errors.ts'
import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { invalidRequest } from '../domain/api-error.ts'

/** Judges bodies and parameters by the contract's schemas; what is wrong is a 400 with its fields. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (value: unknown) => {
    const parsed = schema.safeParse(value, { error: describeIssue, reportInput: true })
    if (parsed.success) return { value: parsed.data }
    const { fields, hidden } = createFieldErrors(schema, parsed.error.issues)
    return { error: invalidRequest(fields, hidden) }
  }

/** Answers are built by typed code and held to their schemas by the tests; here they are only written. */
export const serializerCompiler = () => (value: unknown) => JSON.stringify(value)
