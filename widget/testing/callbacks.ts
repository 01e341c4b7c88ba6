import type { Callbacks } from '../sdk/attempt.ts'

/** A merchant's callbacks, and what they were called with. */
export function createCallbacks() {
  const calls: [string, unknown][] = []
  const hear = (name: string) => (data: unknown) => void calls.push([name, data])
  const callbacks = {
    onSuccess: hear('onSuccess'),
    onClose: hear('onClose'),
    onFail: hear('onFail'),
  } satisfies Callbacks
  return { calls, callbacks }
}
