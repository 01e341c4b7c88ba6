import { z } from 'zod'
import { failCodes } from '../frame/messages.ts'
import { type ErrorCode, errorStatus } from './errors.ts'

/** The one envelope of every answer: `{ data, message, status: { type, code, error } }` (S0, S4). */
export const successSchema = <Data extends z.ZodType>(data: Data) =>
  z.object({
    data,
    message: z.string(),
    status: z.object({
      type: z.literal('success'),
      code: z.literal(200),
      error: z.literal(false),
    }),
  })

/** One field that is wrong: its JSON path ("items[0].qty") and a sentence that says what to change. */
export const fieldErrorSchema = z.object({
  path: z.string(),
  message: z.string(),
  tries_left: z.int().optional().meta({ description: 'With code_wrong: how many more codes may be entered' }),
})
export type FieldError = z.infer<typeof fieldErrorSchema>

export const errorCodeSchema = z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]])

export const errorSchema = z
  .object({
    data: z.null(),
    message: z.string(),
    status: z.object({
      type: errorCodeSchema,
      code: z.int(),
      error: z.literal(true),
    }),
    errors: z.array(fieldErrorSchema).optional(),
    fail_code: z
      .enum(failCodes)
      .optional()
      .meta({ description: 'With an order made by a page: the code that onFail is called with' }),
  })
  .meta({ id: 'Error' })
export type ErrorEnvelope = z.infer<typeof errorSchema>

export interface SuccessEnvelope<Data> {
  data: Data
  message: string
  status: { type: 'success'; code: 200; error: false }
}

/** Wraps data that a call answers with. */
export function createSuccess<Data>(data: Data, message: string): SuccessEnvelope<Data> {
  return {
    data,
    message,
    status: { type: 'success', code: 200, error: false },
  }
}

/** Wraps a refusal; the HTTP code follows from the machine code. */
export function createError(type: ErrorCode, message: string, errors?: FieldError[]): ErrorEnvelope {
  return {
    data: null,
    message,
    status: { type, code: errorStatus[type], error: true },
    ...(errors?.length ? { errors } : {}),
  }
}
