import { z } from 'zod'

/** GET reads your sandbox's time, POST puts it forward, DELETE sets it back to real time. Sandbox only. */
export const SANDBOX_CLOCK_PATH = '/sandbox/clock'

/** How far ahead of real time a sandbox's time may be. */
export const MAX_YEARS_AHEAD = 10

const wholeSeconds = 'must be a whole number of seconds, 1 or more'

/**
 * POST /sandbox/clock, with exactly one of the two. `now` is an instant in ISO 8601, with Z or an offset, to the
 * millisecond; `advance_seconds` counts from the merchant's current time.
 */
export const moveClockSchema = z
  .strictObject({
    now: z.iso
      .datetime({ offset: true, error: 'must be an instant like 2026-04-16T22:00:00Z' })
      .optional()
      .meta({ description: 'Not before your current time' }),
    advance_seconds: z
      .int({ error: wholeSeconds })
      .min(1, wholeSeconds)
      .optional()
      .meta({ description: 'How far to go on from your current time' }),
  })
  .superRefine(({ now, advance_seconds: seconds }, context) => {
    if ((now === undefined) !== (seconds === undefined)) return
    context.addIssue({ code: 'custom', message: 'must have exactly one of now and advance_seconds' })
  })
export type MoveClock = z.infer<typeof moveClockSchema>

/** A merchant's time in the sandbox. It runs on from there. */
export const sandboxClockSchema = z.object({
  now: z.iso.datetime(),
  /** How far ahead of real time, in ms. */
  offset_ms: z.int().min(0),
})
export type SandboxClock = z.infer<typeof sandboxClockSchema>
