import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A screen that the document does not carry: it is fetched when it is needed, or in the idle time before. */
export interface Part<Props> {
  /** Fetches it once; after a failure the next call tries again. */
  load(): Promise<FunctionComponent<Props>>
  /** What was fetched, if it was. */
  loaded(): FunctionComponent<Props> | undefined
}

export function createPart<Props>(fetchPart: () => Promise<FunctionComponent<Props>>): Part<Props> {
  let view: FunctionComponent<Props> | undefined
  let fetching: Promise<FunctionComponent<Props>> | undefined
  return {
    loaded: () => view,
    load() {
      fetching ??= fetchPart().then(
        (fetched) => {
          view = fetched
          return fetched
        },
        (error: unknown) => {
          fetching = undefined
          throw error
        },
      )
      return fetching
    },
  }
}

export type PartState<Props> =
  | { kind: 'ready'; View: FunctionComponent<Props> }
  | { kind: 'loading' }
  | { kind: 'failed'; retry: () => void }

/** A part for the screen that needs it now. One that is there already is ready at once: nothing flickers. */
export function usePart<Props>(part: Part<Props>): PartState<Props> {
  const [attempt, setAttempt] = useState(0)
  const [failedAttempt, setFailedAttempt] = useState(-1)
  const [, setLoaded] = useState<object>()
  useEffect(() => {
    let isWanted = true
    if (!part.loaded()) {
      part.load().then(
        () => isWanted && setLoaded({}),
        () => isWanted && setFailedAttempt(attempt),
      )
    }
    return () => {
      isWanted = false
    }
  }, [part, attempt])

  const View = part.loaded()
  if (View) return { kind: 'ready', View }
  if (failedAttempt === attempt) return { kind: 'failed', retry: () => setAttempt(attempt + 1) }
  return { kind: 'loading' }
}
