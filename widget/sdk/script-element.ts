/** Where every version of the script is, below its origin. */
const isScript = (src: string) =>
  URL.canParse(src) && /^\/widget\/[^/]+\/widget\.js$/.test(new URL(src).pathname)

/** The page's own tags of Backd's script, and those of earlier calls; a page should have one. */
export function findScriptTags(): HTMLScriptElement[] {
  return [...document.scripts].filter(({ src }) => isScript(src))
}

/** The name under which a page's `trusted-types` allows the script's address. */
const POLICY = 'backd'

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string
  }
}

/** A policy can be made once. */
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined

/**
 * A tag that is not in the page yet.
 * @throws Error when the page's Trusted Types keep the address out
 */
export function createScriptTag(
  src: string,
  { integrity, nonce }: { integrity?: string | undefined; nonce?: string | undefined },
): HTMLScriptElement {
  const tag = document.createElement('script')
  tag.async = true
  if (nonce) tag.nonce = nonce
  if (integrity) {
    tag.integrity = integrity
    tag.crossOrigin = 'anonymous'
  }
  try {
    tag.src = trust(src)
  } catch (cause) {
    const why = `${src} is kept out by the page's Trusted Types: add "trusted-types ${POLICY}" to its Content-Security-Policy`
    throw new Error(why, { cause })
  }
  return tag
}

function trust(src: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  try {
    policy ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: (url) => url })
  } catch {
    // A page that allows no such policy may still take a plain address.
  }
  return policy?.createScriptURL(src) ?? src
}

/** How a tag ended, or that it has not in the time it was given. */
export type Settled = 'load' | 'error' | 'late'

/** Waits for a tag to load or fail; the page's own load event says that one failed which had before we looked. */
export function whenSettled(tag: HTMLScriptElement, patienceMs: number): Promise<Settled> {
  return new Promise((resolve) => {
    const controller = new AbortController()
    const { signal } = controller
    const settle = (how: Settled) => {
      controller.abort()
      clearTimeout(timer)
      resolve(how)
    }
    const timer = setTimeout(() => settle('late'), patienceMs)
    tag.addEventListener('load', () => settle('load'), { signal })
    tag.addEventListener('error', () => settle('error'), { signal })
    if (document.readyState !== 'complete') addEventListener('load', () => settle('error'), { signal })
  })
}
