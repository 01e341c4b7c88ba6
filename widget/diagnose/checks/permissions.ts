import type { Check } from '../snapshot.ts'

const isLocal = (origin: string) => /\/\/(localhost|127\.|\[::1)/.test(origin)

/** Permissions-Policy: the checkout needs no feature, but a public page needs one to reach a Backd on its visitor's own machine. */
export const checkPermissions: Check = ({ origin, page, headers }) =>
  isLocal(origin) && !isLocal(page.origin) && /d/.test(page.localNetwork ?? '')
    ? [
        'error',
        `The browser keeps ${page.origin} from ${origin} on this machine.`,
        headers?.get('permissions-policy')?.includes('local-network')
          ? 'Permissions-Policy: local-network-access=(self)'
          : 'Allow it in the site settings, or open the page on localhost',
      ]
    : 'The checkout needs no permission.'
