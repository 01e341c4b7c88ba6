import { useEffect, useState } from 'preact/hooks'
import type { Clock } from '../ports/clock.ts'

/** A wait that is longer than people expect. */
export const SLOW_MS = 4000

/** Whether what is under way takes so long that the customer should be told. */
export function useSlow(task: object | null, clock: Clock): 'slow' | 'usual' {
  const [slowTask, setSlowTask] = useState<object | null>(null)
  useEffect(() => {
    if (task) return clock.after(SLOW_MS, () => setSlowTask(task))
  }, [task])
  return task && slowTask === task ? 'slow' : 'usual'
}
