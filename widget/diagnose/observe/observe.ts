import type { DiagnoseOptions } from '../../sdk/types.ts'
import type { Snapshot } from '../snapshot.ts'
import { askFrame } from './ask-frame.ts'
import { askHeaders } from './ask-headers.ts'
import { askMerchant } from './ask-merchant.ts'
import { findKey } from './find-key.ts'
import { findScripts } from './find-scripts.ts'
import { readPage } from './read-page.ts'
import { watchPolicy } from './watch-policy.ts'

/** Looks at the page from all sides at once; takes up to 8 s where something does not answer. */
export async function observe(origin: string, options: DiagnoseOptions): Promise<Snapshot> {
  const key = findKey(origin, options)
  const { violations, onBlocked, stop } = watchPolicy(origin)
  const [page, headers, merchant, frame] = await Promise.all([
    readPage(),
    askHeaders(),
    askMerchant(origin, key),
    askFrame(origin, key, onBlocked),
  ])
  stop()
  return { origin, key, page, headers, scripts: findScripts(), violations, merchant, frame }
}
