import type { MerchantPlans } from '@backd/contract/api/merchant-plans.ts'
import { ApiError } from '../domain/api-error.ts'
import { isRegistered, originNotAllowed } from '../domain/origins.ts'
import type { Repositories } from './ports/store.ts'

export interface ReadPlansPorts {
  store: Pick<Repositories, 'merchants'>
  publicOrigin: string
}

/**
 * The plans of the merchant that a public key belongs to. Without an origin no page asks, but a server or a person: the
 * plans are on the merchant's pages for all to see.
 * @param origin the request's Origin header
 * @throws ApiError unauthorized, origin_not_allowed
 */
export async function readPlans(
  { store, publicOrigin }: ReadPlansPorts,
  publicKey: string,
  origin: string | undefined,
): Promise<MerchantPlans> {
  const merchant = await store.merchants.findByPublicKey(publicKey)
  if (!merchant) {
    throw new ApiError(
      'unauthorized',
      'public_api_key is not a key of any merchant; check it for typing errors.',
    )
  }
  const isOpen = origin === undefined || origin === publicOrigin || isRegistered(origin, merchant.origins)
  if (!isOpen) throw originNotAllowed(origin)
  return { plans: merchant.plans }
}
