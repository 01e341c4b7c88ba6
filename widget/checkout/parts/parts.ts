import { adoptStyles } from './adopt-styles.ts'
import { createPart, type Part } from './part.ts'

/** The screens that the document does not carry. */

const fetchAgreeing = () =>
  import('./agreeing.ts').then((part) => {
    adoptStyles(part.styles)
    return part
  })

export const reviewPart = createPart(() => fetchAgreeing().then(({ ReviewScreen }) => ReviewScreen))
export const comparisonPart = createPart(() => fetchAgreeing().then(({ Comparison }) => Comparison))
export const donePart = createPart(() => fetchAgreeing().then(({ DoneScreen }) => DoneScreen))

const parts: Part<never>[] = [comparisonPart, reviewPart, donePart]

/** Fetches what is not there yet. A failure is nobody's concern until a screen needs its part. */
export async function loadParts(): Promise<void> {
  await Promise.allSettled(parts.map((part) => part.load()))
}
