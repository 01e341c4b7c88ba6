import type { MoveClock, SandboxClock } from '@backd/contract/api/sandbox-clock.ts'
import type { Merchant } from '../domain/merchant.ts'
import { movedOffsetMs } from '../domain/sandbox-clock.ts'
import { type Clock, ON_TIME } from './ports/clock.ts'
import type { Store } from './ports/store.ts'

interface ClockPorts {
  store: Store
  clock: Clock
}

/** What time it is for a merchant. */
export function readClock({ clock }: Pick<ClockPorts, 'clock'>, merchant: Merchant): SandboxClock {
  return view(clock.now(merchant), merchant.clockOffsetMs)
}

/**
 * Puts a merchant's time forward, from where it is when nobody else can move it.
 * @throws ApiError invalid_request
 */
export async function moveClock(
  { store, clock }: ClockPorts,
  merchant: Merchant,
  move: MoveClock,
): Promise<SandboxClock> {
  return await store.transact(async ({ merchants }) => {
    const current = await merchants.holdClock(merchant.id)
    const real = clock.now(ON_TIME)
    const offsetMs = movedOffsetMs(move, real, current)
    await merchants.setClock(merchant.id, offsetMs)
    return view(new Date(real.getTime() + offsetMs), offsetMs)
  })
}

/** Sets a merchant's time back to real time. What was made in its future keeps its dates. */
export async function resetClock({ store, clock }: ClockPorts, merchant: Merchant): Promise<SandboxClock> {
  return await store.transact(async ({ merchants }) => {
    await merchants.setClock(merchant.id, 0)
    return view(clock.now(ON_TIME), 0)
  })
}

function view(now: Date, offsetMs: number): SandboxClock {
  return { now: now.toISOString(), offset_ms: offsetMs }
}
