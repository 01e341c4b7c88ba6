import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import { ApiError } from '../../domain/api-error.ts'
import { readAsset, sendAsset } from './asset.ts'
import { isCompressedCopy, listBuilt } from './built-files.ts'
import { contentTypeOf } from './content-types.ts'
import { hidden } from './hidden.ts'

export interface WidgetAssetsOptions {
  /** The widget's build: the folder widget/dist. */
  widgetDist: string
}

/** Any page may load these, and read them, which `integrity` asks for: they hold no secret. */
const open = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
  'x-content-type-options': 'nosniff',
}

/**
 * Fresh for five minutes. For a day more a browser that has it may run it once again, while it asks for the newer one: so no
 * customer waits for it, and a fix reaches them with the page after that.
 */
const SHORT = 'public, max-age=300, stale-while-revalidate=86400'
/** For a release, which never changes. */
const FOREVER = 'public, max-age=31536000, immutable'

/**
 * What a merchant's page loads (docs/adr/0032): GET /widget/v1/*, the newest build; GET /widget/<version>/*, what was
 * released under that version; GET /widget/manifest.json, the versions with their hashes. Each file has a route of its own,
 * so that no path can lead to another.
 */
export const widgetAssets: FastifyPluginAsync<WidgetAssetsOptions> = async (app, { widgetDist }) => {
  const serve = (path: string, file: string, cache: string) => {
    const asset = readAsset(join(widgetDist, file), contentTypeOf(file))
    app.get(`/widget/${path}`, { schema: hidden }, (request, reply) => {
      reply.headers({ ...open, 'cache-control': cache })
      return sendAsset(request, reply, asset)
    })
  }
  const list = (folder: string) =>
    listBuilt(join(widgetDist, folder)).filter((name) => !isCompressedCopy(name))

  // Without these two there is nothing to serve: the start says so.
  const moving = [...new Set(['widget.js', 'elements.js', ...list('v1')])]
  const released = list('releases').filter((path) => path.includes('/'))
  for (const name of moving) serve(`v1/${name}`, `v1/${name}`, SHORT)
  for (const path of released) serve(path, `releases/${path}`, FOREVER)
  serve('manifest.json', 'releases/manifest.json', SHORT)

  const offered = [...moving.map((name) => `v1/${name}`), ...released]
  app.get<{ Params: { version: string; file: string } }>(
    '/widget/:version/:file',
    { schema: hidden },
    ({ params }, reply) => {
      // The next release may be this very address: nobody may remember that it was nothing.
      reply.headers({ ...open, 'cache-control': 'no-store' })
      throw new ApiError('not_found', explainMiss(params.version, offered))
    },
  )
}

function explainMiss(version: string, offered: readonly string[]): string {
  const files = offered.filter((path) => path.startsWith(`${version}/`)).map((path) => path.split('/')[1])
  if (files.length > 0) return `/widget/${version}/ has no such file; it has ${files.join(', ')}.`
  const released = 'The released versions are listed at /widget/manifest.json; /widget/v1/ has the newest.'
  return /^\d[\w.-]{0,30}$/.test(version)
    ? `There is no version ${version} of the script. ${released}`
    : `A version of the script is of the form 1.4.0. ${released}`
}
