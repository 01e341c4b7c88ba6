import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import { readAsset, sendAsset } from './asset.ts'
import { isCompressedCopy, listBuilt } from './built-files.ts'
import { hidden } from './hidden.ts'

export interface CheckoutChunksOptions {
  /** The widget's build: the folder widget/dist. */
  widgetDist: string
}

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
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
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    const chunk = readAsset(join(folder, name), type)
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
