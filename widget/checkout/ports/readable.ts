import type { CheckoutSession } from '@backd/contract/session.ts'

/** Marks that turn the direction of what follows them, or of a sentence that a name is put into. */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g

/** A name that can stand inside our sentences. */
export const readableName = (name: string) => name.replace(DIRECTION_CONTROLS, '')

/**
 * A session whose names can stand inside our sentences. A merchant's name with an override that is never closed would
 * write the rest of the sentence backwards. Identifiers stay as they are: they go back to the merchant.
 */
export function readableSession<Session extends CheckoutSession>(session: Session): Session {
  return {
    ...session,
    merchant_name: readableName(session.merchant_name),
    offers: session.offers.map((offer) => ({ ...offer, name: readableName(offer.name) })),
  }
}
