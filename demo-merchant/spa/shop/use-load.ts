import { useEffect, useState } from 'react'

export type Load<Value> =
  | { state: 'loading' }
  | { state: 'loaded'; value: Value }
  | { state: 'failed'; error: unknown; retry: () => void }

/**
 * What an asynchronous call comes to. It is called again when `key` changes or on `retry`, and aborted when the component
 * goes away; StrictMode therefore calls it twice and keeps the second answer.
 */
export function useLoad<Value>(load: (signal: AbortSignal) => Promise<Value>, key = ''): Load<Value> {
  const [attempt, setAttempt] = useState(0)
  const [result, setResult] = useState<Load<Value>>({ state: 'loading' })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what `load` closes over
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    setResult({ state: 'loading' })
    load(signal).then(
      (value) => signal.aborted || setResult({ state: 'loaded', value }),
      (error) =>
        signal.aborted ||
        setResult({ state: 'failed', error, retry: () => setAttempt((before) => before + 1) }),
    )
    return () => controller.abort()
  }, [key, attempt])

  return result
}
