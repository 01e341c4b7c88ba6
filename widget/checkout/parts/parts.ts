import { adoptStyles } from './adopt-styles.ts'
import { createPart, type Fetched } from './part.ts'

/** The screens that the document does not carry. */

const later = createPart(() =>
  import('./later.ts').then((part) => {
    adoptStyles(part.styles)
    return part
  }),
)

/** Its styles come with the later part, which every order needs sooner or later. */
const handover = createPart(() => Promise.all([import('./handover.ts'), later.load()]).then(([part]) => part))

/** A piece of a file. */
const pieceOf = <File, Content>(file: Fetched<File>, pick: (from: File) => Content): Fetched<Content> => ({
  load: () => file.load().then(pick),
  loaded() {
    const from = file.loaded()
    return from && pick(from)
  },
})

export const decidingPart = pieceOf(later, ({ DecidingScreen }) => DecidingScreen)
export const termsMorePart = pieceOf(later, ({ TermsMore }) => TermsMore)
export const reviewPart = pieceOf(later, ({ ReviewScreen }) => ReviewScreen)
export const donePart = pieceOf(later, ({ DoneScreen }) => DoneScreen)
export const stoppedPart = pieceOf(later, ({ StoppedScreen }) => StoppedScreen)
export const stopEndingPart = pieceOf(later, ({ stopEnding }) => stopEnding)
/** What a frame that nobody sees yet does with an order. */
export const preparingPart = pieceOf(later, ({ prepare, takePrepared, joinPrepared }) => ({
  prepare,
  takePrepared,
  joinPrepared,
}))
export const companionPart = pieceOf(later, ({ Companion }) => Companion)
export const announcementPart = pieceOf(later, ({ announcement }) => announcement)

export const handoverPart = pieceOf(handover, ({ HandoverScreen }) => HandoverScreen)
export const requestPart = pieceOf(handover, ({ RequestNotice }) => RequestNotice)

/** Fetches what is not there yet. A failure is nobody's concern until a screen needs its part. */
export const loadParts = (): Promise<unknown> => later.load().catch(() => {})
