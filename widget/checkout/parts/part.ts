import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { systemClock } from '../ports/clock.ts'

/** A file that takes longer counts as not coming, as a call of the API does: a browser alone would wait for minutes. */
export const PART_TIMEOUT_MS = 15_000

/** What the document does not carry: it is fetched when it is needed, or in the idle time before. */
export interface Fetched<Content> {
  /** Fetches it once; after a failure the next call tries again. */
  load(): Promise<Content>
  /** What was fetched, if it was. */
  loaded(): Content | undefined
}

/** A screen, or a piece of one, that is fetched. */
export type Part<Props> = Fetched<FunctionComponent<Props>>

export function createPart<Content>(fetchPart: () => Promise<Content>): Fetched<Content> {
  let view: Content | undefined
  let fetching: Promise<Content> | undefined
  return {
    loaded: () => view,
    async load() {
      if (view) return view
      fetching ??= inTime(
        // Also what comes late is there from then on. The first to come stays: a file that is fetched twice is two modules.
        fetchPart().then((fetched) => (view ??= fetched)),
      ).catch((error: unknown) => {
        fetching = undefined
        retryElsewhere()
        throw error
      })
      return fetching
    },
  }
}

const inTime = <Content>(coming: Promise<Content>) =>
  new Promise<Content>((resolve, reject) => {
    const callOff = systemClock.after(PART_TIMEOUT_MS, reject)
    coming.then(resolve, reject).finally(callOff)
  })

/**
 * From now on files are asked for by another address: some engines remember a failed import, and would answer a retry
 * with it. The build reads it (widget/build/inline-entry.ts).
 */
const retryElsewhere = () => Object.assign(globalThis, { backdRetried: `?${Date.now()}` })

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
