import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import { readAsset, sendAsset } from './asset.ts'
import { isCompressedCopy, listBuilt } from './built-files.ts'
import { contentTypeOf } from './content-types.ts'
import { hidden } from './hidden.ts'

export interface CheckoutChunksOptions {
  /** The widget's build: the folder widget/dist. */
  widgetDist: string
}

/**
 * GET /checkout/assets/*: the parts of the checkout that load when asked for, below the base path that they were built
 * with. Each file has a route of its own, so that no path can lead to another. Their names carry their digest: they
 * are kept forever.
 */
export const checkoutChunks: FastifyPluginAsync<CheckoutChunksOptions> = async (app, { widgetDist }) => {
  const folder = join(widgetDist, 'checkout')
  const names = listBuilt(folder).filter((name) => name !== 'index.html' && !isCompressedCopy(name))
  for (const name of names) {
    const chunk = readAsset(join(folder, name), contentTypeOf(name))
    app.get(`/checkout/assets/${name}`, { schema: hidden }, (request, reply) => {
      reply.headers({
        'cache-control': 'public, max-age=31536000, immutable',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      })
      return sendAsset(request, reply, chunk)
    })
  }
}
