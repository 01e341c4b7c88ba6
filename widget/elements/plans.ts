import type { Plan } from '@backd/contract/plans.ts'

/** Each key is asked for once a page; what failed is forgotten, so that the next one asks again. */
const asked = new Map<string, Promise<Plan[]>>()

/** A merchant's plans. @throws Error with the API's sentence, or because nothing answers */
export function fetchPlans(origin: string, publicKey: string): Promise<Plan[]> {
  const url = `${origin}/checkout/api/plans?${new URLSearchParams({ public_api_key: publicKey })}`
  const known = asked.get(url)
  if (known) return known
  const plans = read(url)
  asked.set(url, plans)
  plans.catch(() => asked.delete(url))
  return plans
}

async function read(url: string): Promise<Plan[]> {
  const response = await fetch(url)
  const { data, message } = await response.json()
  if (!response.ok) throw new Error(message)
  return data.plans
}
