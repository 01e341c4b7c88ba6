import { useEffect, useState } from 'preact/hooks'

/** Whether what was drawn first has been seen: what lies below it is drawn in a task of its own, so that a press is answered soon. */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false)
  // Effects run after the paint.
  useEffect(() => setPainted(true), [])
  return isPainted
}
