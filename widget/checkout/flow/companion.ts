import { useEffect, useRef, useState } from 'preact/hooks'
import { useI18n } from '../i18n/i18n.ts'
import { createPageHistory, noHistory } from '../ports/page-history.ts'
import { createWake } from '../ports/wake.ts'
import type { FlowEvent } from './reducer.ts'
import type { FlowState } from './state.ts'
import { type FlowPorts, readOpen } from './use-flow.ts'
import { useHistory } from './use-history.ts'

interface CompanionProps {
  state: FlowState
  ports: Pick<FlowPorts, 'api' | 'clock' | 'exit' | 'host' | 'wake' | 'history'>
  send: (event: FlowEvent) => void
}

/**
 * Keeps the flow in step with the tab: its history, and the customer's coming back after a while. Draws nothing, and
 * comes with the later part: until then Back leaves at once, as it does on any page.
 */
export function Companion({ state, ports: { api, clock, exit, host, ...given }, send }: CompanionProps) {
  const [wake] = useState(() => given.wake ?? createWake())
  const [history] = useState(
    () => given.history ?? (host.surroundings === 'framed' ? noHistory : createPageHistory(window)),
  )
  useHistory(state, send, { history, exit })
  const { format } = useI18n()
  // While nobody waits for it: the next screens write dates.
  useEffect(() => clock.after(0, () => void format.dateWithWeekday('2026-01-01')), [format])

  const shown = state.screen === 'asking' ? state.from : state
  // Where an order can be read again; a state to which the answer means nothing leaves it be.
  const visit = 'visit' in shown ? shown.visit : null
  const token = visit?.token
  const latest = useRef(visit)
  latest.current = visit
  useEffect(() => {
    if (token === undefined) return
    let isWanted = true
    const stop = wake.listen(async () => {
      const asked = latest.current
      const event = await readOpen(token, api)
      // Read before what the flow has heard since, it may tell of what is over: a code to enter, a request to take back.
      if (isWanted && latest.current === asked) send(event)
    })
    return () => {
      isWanted = false
      stop()
    }
  }, [token])
  return null
}
