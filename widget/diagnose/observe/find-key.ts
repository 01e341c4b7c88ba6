import type { DiagnoseOptions } from '../../sdk/types.ts'
import { listRequests } from './requests.ts'

/** The public key: as it is given, as a frame was opened with it, or as <backd-terms> has it. Empty when there is none. */
export function findKey(origin: string, { publicKey, order, customerUrl }: DiagnoseOptions): string {
  const [keyOfUrl, token] = `${customerUrl}`.split(`${origin}/checkout/`)[1]?.split('/') ?? []
  const frame = listRequests().findLast(({ name }) => name.startsWith(`${origin}/checkout/modal?`))
  return String(
    publicKey ||
      order?.merchant?.public_api_key ||
      (token && keyOfUrl) ||
      (frame && new URL(frame.name).searchParams.get('key')) ||
      document.querySelector('backd-terms')?.getAttribute('public-key') ||
      '',
  )
}
