import type { Page, Snapshot, Violation } from '../snapshot.ts'

export const backd = 'https://checkout.example'

/** A page on which all is well, but for what a test changes. */
export function createSnapshot(
  change: Omit<Partial<Snapshot>, 'page'> & { page?: Partial<Page> } = {},
): Snapshot {
  return {
    origin: backd,
    key: 'key-1',
    headers: new Headers(),
    scripts: [`${backd}/widget/v1/widget.js`],
    violations: [],
    merchant: 'success',
    frame: 'CUSTOMER_CLOSED',
    ...change,
    page: {
      origin: 'https://shop.example',
      isSecure: true,
      ancestors: undefined,
      isIsolated: false,
      isSafari: false,
      canStore: true,
      localNetwork: undefined,
      ...change.page,
    },
  }
}

/** A policy that blocked. */
export const createViolation = (
  directive: string,
  policy: string,
  change: Partial<Violation> = {},
): Violation => ({
  directive,
  policy,
  disposition: 'enforce',
  ...change,
})
