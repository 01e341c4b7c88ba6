/** What a sandbox customer is there to show. */
export type Persona = 'approved' | 'limit_too_low' | 'declined' | 'slow' | 'bounce' | 'expired'

const personas: ReadonlyMap<string, Persona> = new Map<string, Persona>(
  (
    [
      ['approved', 'approved'],
      ['limit-too-low', 'limit_too_low'],
      ['declined', 'declined'],
      ['slow', 'slow'],
      ['bounce', 'bounce'],
      ['expired', 'expired'],
    ] as const
  ).map(([name, persona]) => [`${name}@sandbox.backd.example`, persona]),
)

/** How long Backd takes to decide about the slow customer. */
export const SLOW_DECISION_MS = 8_000

/**
 * The customer that an address stands for in the sandbox, as test cards do (docs/sandbox.md). Every other address is
 * approved. Nothing of this is looked at in production.
 */
export function personaOf(email: string | undefined): Persona {
  return personas.get(email?.toLowerCase() ?? '') ?? 'approved'
}
