import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import { readAsset, sendAsset } from './asset.ts'
import { hidden } from './hidden.ts'

export interface WidgetAssetsOptions {
  /** The widget's build: the folder widget/dist. */
  widgetDist: string
}

/**
 * GET /widget/v1/widget.js and elements.js: the scripts a merchant's page loads. Any page may (CORS and CORP open: it holds no secret).
 * It is cached for five minutes only, so that a fix reaches every shop within them, and served stale for a day while it
 * is asked for again.
 */
export const widgetAssets: FastifyPluginAsync<WidgetAssetsOptions> = async (app, { widgetDist }) => {
  for (const name of ['widget.js', 'elements.js']) {
    const script = readAsset(join(widgetDist, 'v1', name), 'text/javascript; charset=utf-8')
    app.get(`/widget/v1/${name}`, { schema: hidden }, (request, reply) => {
      reply.headers({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'timing-allow-origin': '*',
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      })
      return sendAsset(request, reply, script)
    })
  }
}
