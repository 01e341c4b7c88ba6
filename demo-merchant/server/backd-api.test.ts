import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { expect, test } from 'vitest'

/** What Backd publishes of its API; all that this shop knows of it. */
const DOCUMENT = pathToFileURL(join(import.meta.dirname, '../../docs/openapi.json'))

const HEAD = '// Generated from docs/openapi.json by `npm run client`. Do not edit.\n'

test('backd-api.d.ts is what docs/openapi.json says; else run `npm run client`', async () => {
  const types = astToString(await openapiTS(DOCUMENT))
  await expect(`${HEAD}${types}`).toMatchFileSnapshot('./backd-api.d.ts')
})
