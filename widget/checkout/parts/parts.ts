import { adoptStyles } from './adopt-styles.ts'
import { createPart, type Part } from './part.ts'

/** The screens that the document does not carry. */

const fetchLater = () =>
  import('./later.ts').then((part) => {
    adoptStyles(part.styles)
    return part
  })

export const verifyPart = createPart(() => fetchLater().then(({ VerifyScreen }) => VerifyScreen))
export const decidingPart = createPart(() => fetchLater().then(({ DecidingScreen }) => DecidingScreen))
export const comparisonPart = createPart(() => fetchLater().then(({ ComparisonToggle }) => ComparisonToggle))
export const reviewPart = createPart(() => fetchLater().then(({ ReviewScreen }) => ReviewScreen))
export const donePart = createPart(() => fetchLater().then(({ DoneScreen }) => DoneScreen))
export const stoppedPart = createPart(() => fetchLater().then(({ StoppedScreen }) => StoppedScreen))

const parts: Part<never>[] = [verifyPart, decidingPart, comparisonPart, reviewPart, donePart, stoppedPart]

/** Fetches what is not there yet. A failure is nobody's concern until a screen needs its part. */
export async function loadParts(): Promise<void> {
  await Promise.allSettled(parts.map((part) => part.load()))
}
