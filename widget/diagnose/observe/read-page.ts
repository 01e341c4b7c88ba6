import type { Page } from '../snapshot.ts'

/** What the page says of itself. Never rejects. */
export async function readPage(): Promise<Page> {
  return {
    origin,
    isSecure: isSecureContext,
    ancestors: parent === window ? undefined : [...(location.ancestorOrigins ?? [])],
    isIsolated: crossOriginIsolated,
    isSafari: navigator.vendor.startsWith('Apple'),
    canStore: canStore(),
    localNetwork: await localNetwork(),
  }
}

/** Reading `localStorage` throws where the browser keeps it from the page. */
function canStore(): boolean {
  try {
    return navigator.cookieEnabled && Boolean(localStorage)
  } catch {
    return false
  }
}

async function localNetwork(): Promise<PermissionState | undefined> {
  try {
    const { state } = await navigator.permissions.query({ name: 'local-network-access' as PermissionName })
    return state
  } catch {
    return undefined
  }
}
