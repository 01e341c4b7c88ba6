import { adoptStyles } from './adopt-styles.ts'
import { createPart, type Fetched } from './part.ts'

/** The screens that the document does not carry. */

const fetchLater = () =>
  import('./later.ts').then((part) => {
    adoptStyles(part.styles)
    return part
  })

const later = createPart(fetchLater)
type Later = Awaited<ReturnType<typeof fetchLater>>

/** A piece of the one file that holds them all. */
const laterPart = <Content>(pick: (from: Later) => Content): Fetched<Content> => ({
  load: () => later.load().then(pick),
  loaded() {
    const from = later.loaded()
    return from && pick(from)
  },
})

export const decidingPart = laterPart(({ DecidingScreen }) => DecidingScreen)
export const comparisonPart = laterPart(({ ComparisonToggle }) => ComparisonToggle)
export const reviewPart = laterPart(({ ReviewScreen }) => ReviewScreen)
export const donePart = laterPart(({ DoneScreen }) => DoneScreen)
export const stoppedPart = laterPart(({ StoppedScreen }) => StoppedScreen)
export const stopEndingPart = laterPart(({ stopEnding }) => stopEnding)
export const leaveQuestionPart = laterPart(({ LeaveQuestion }) => LeaveQuestion)

/** Fetches what is not there yet. A failure is nobody's concern until a screen needs its part. */
export const loadParts = (): Promise<unknown> => later.load().catch(() => {})
