import { adoptStyles } from './adopt-styles.ts'
import { createPart, type Part } from './part.ts'

/** The screens that the document does not carry. */

const fetchVerifying = () => import('./verifying.ts').then(withStyles)
const fetchAgreeing = () => import('./agreeing.ts').then(withStyles)

function withStyles<Fetched extends { styles: string }>(part: Fetched): Fetched {
  adoptStyles(part.styles)
  return part
}

export const verifyPart = createPart(() => fetchVerifying().then(({ VerifyScreen }) => VerifyScreen))
export const decidingPart = createPart(() => fetchVerifying().then(({ DecidingScreen }) => DecidingScreen))

export const reviewPart = createPart(() => fetchAgreeing().then(({ ReviewScreen }) => ReviewScreen))
export const comparisonPart = createPart(() => fetchAgreeing().then(({ Comparison }) => Comparison))
export const donePart = createPart(() => fetchAgreeing().then(({ DoneScreen }) => DoneScreen))

const parts: Part<never>[] = [verifyPart, decidingPart, comparisonPart, reviewPart, donePart]

/** Fetches what is not there yet. A failure is nobody's concern until a screen needs its part. */
export async function loadParts(): Promise<void> {
  await Promise.allSettled(parts.map((part) => part.load()))
}
