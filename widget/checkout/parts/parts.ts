import type { FunctionComponent } from 'preact'
import { adoptStyles } from './adopt-styles.ts'
import { createPart, type Part } from './part.ts'

/** The screens that the document does not carry. */

const fetchLater = () =>
  import('./later.ts').then((part) => {
    adoptStyles(part.styles)
    return part
  })

const later = createPart(fetchLater)
type Later = Awaited<ReturnType<typeof fetchLater>>

/** A screen of the one file that holds them all. */
const laterPart = <Props>(pick: (from: Later) => FunctionComponent<Props>): Part<Props> => ({
  load: () => later.load().then(pick),
  loaded() {
    const from = later.loaded()
    return from && pick(from)
  },
})

export const verifyPart = laterPart(({ VerifyScreen }) => VerifyScreen)
export const decidingPart = laterPart(({ DecidingScreen }) => DecidingScreen)
export const comparisonPart = laterPart(({ ComparisonToggle }) => ComparisonToggle)
export const reviewPart = laterPart(({ ReviewScreen }) => ReviewScreen)
export const donePart = laterPart(({ DoneScreen }) => DoneScreen)
export const stoppedPart = laterPart(({ StoppedScreen }) => StoppedScreen)

/** Fetches what is not there yet. A failure is nobody's concern until a screen needs its part. */
export const loadParts = (): Promise<unknown> => later.load().catch(() => {})
