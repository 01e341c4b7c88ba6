import type { Agreement } from '@backd/contract/session.ts'

/**
 * What the customer agrees to. A changed text is a new entry with a new version at the end; the old ones stay, because
 * orders name the version they were agreed under.
 */
const agreements: readonly [Agreement, ...Agreement[]] = [
  {
    version: '2026-04',
    text: [
      'By confirming, you agree, for the business named as buyer, to pay Backd the total shown here in the payments and on the dates shown here.',
      'The fee shown is the whole cost of paying over time. Nothing is charged today, and paying early costs nothing.',
      'You owe this once the merchant has taken the order. If the merchant cancels it, you owe nothing. If the merchant changes or refunds it, your payments are worked out again under the same plan.',
      'You confirm that you may enter into this agreement for the business.',
    ].join('\n\n'),
  },
]

/** The agreement new customers are shown. */
export function currentAgreement(): Agreement {
  return agreements.at(-1) ?? agreements[0]
}

/** The agreement of a version; undefined when there never was one. */
export function findAgreement(version: string): Agreement | undefined {
  return agreements.find((agreement) => agreement.version === version)
}
