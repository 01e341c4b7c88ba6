import { personaOf, SLOW_DECISION_MS } from '../../domain/personas.ts'
import type { Underwriting } from '../../use-cases/ports/underwriting.ts'

/** The sandbox: some billing addresses get the answer that they are named for, all others what `rules` say. */
export function withPersonas(rules: Underwriting): Underwriting {
  return {
    decide(asked) {
      const persona = personaOf(asked.order.billing?.email)
      if (persona === 'declined' || persona === 'limit_too_low') return persona
      if (persona === 'slow' && isDeciding(asked.since, asked.now)) return 'pending'
      return rules.decide(asked)
    },
    openForMs: (source, email) => (personaOf(email) === 'expired' ? 0 : rules.openForMs(source, email)),
  }
}

/** Since a time that has been taken back, nothing is waited for. */
function isDeciding(since: Date, now: Date): boolean {
  const elapsedMs = now.getTime() - since.getTime()
  return elapsedMs >= 0 && elapsedMs < SLOW_DECISION_MS
}
