import type { Finding } from '../sdk/types.ts'

/** A Content-Security-Policy that kept something of Backd's from the page, as the browser told it. */
export interface Violation {
  /** "frame-src", "script-src-elem", "connect-src". */
  directive: string
  /** The whole policy that said so. */
  policy: string
  /** `report`: a policy that only reports, so that nothing was blocked yet. */
  disposition: 'enforce' | 'report'
}

/** All that was seen of the page. The checks are pure over it. */
export interface Snapshot {
  /** Backd's origin: the script's, or the one that the npm package was given. */
  origin: string
  /** The merchant's public key; empty when none was found. */
  key: string
  page: Page
  /** The page's headers, asked again; undefined: they could not be read. */
  headers: { get(name: string): string | null } | undefined
  /** Addresses of Backd's script that the page loaded, each as often as it did. */
  scripts: readonly string[]
  violations: readonly Violation[]
  /**
   * What the API answered when it was asked for the merchant of the key: its `status.type`; "foreign": something answers there that
   * is not Backd; "502" and the like: what stands before Backd says that it fails; "unreachable".
   */
  merchant: string
  /**
   * What became of a frame that was opened as the modal opens it: "silent", or the code that it answered with, onFail's or
   * onClose's. No order is made for that.
   */
  frame: string
}

/** What the page says of itself. */
export interface Page {
  /** "null" where it has none. */
  origin: string
  isSecure: boolean
  /** Origins of the pages around it, as far as the browser tells them; undefined: it is in no frame. */
  ancestors: readonly string[] | undefined
  isIsolated: boolean
  /** Knows no `credentialless`. */
  isSafari: boolean
  canStore: boolean
  /** Whether the browser lets the page reach its visitor's own machine; undefined: it does not say. */
  localNetwork: PermissionState | undefined
}

/** What a check says: that all is well, or how bad it is, what is seen and the exact thing to change. */
export type Verdict =
  | string
  | readonly [level: Exclude<Finding['level'], 'ok'>, message: string, change: string]

/** Looks at one thing. Pure. */
export type Check = (seen: Snapshot) => Verdict
