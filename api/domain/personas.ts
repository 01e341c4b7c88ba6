/** What a sandbox customer is there to show. */
export type Persona = 'approved' | 'limit_too_low' | 'declined' | 'slow' | 'bounce' | 'expired'

/** Each by the billing email that calls for it. */
export const personas: ReadonlyMap<string, Persona> = new Map([
  ['approved@sandbox.backd.example', 'approved'],
  ['limit-too-low@sandbox.backd.example', 'limit_too_low'],
  ['declined@sandbox.backd.example', 'declined'],
  ['slow@sandbox.backd.example', 'slow'],
  ['bounce@sandbox.backd.example', 'bounce'],
  ['expired@sandbox.backd.example', 'expired'],
])

/** How long Backd takes to decide about the slow customer. */
export const SLOW_DECISION_MS = 8_000

/**
 * The customer that an address stands for in the sandbox, as test cards do (docs/sandbox.md). Every other address is
 * approved. Nothing of this is looked at in production.
 */
export function personaOf(email: string | undefined): Persona {
  return personas.get(email?.toLowerCase() ?? '') ?? 'approved'
}
