import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { contentSecurityPolicy } from '../content-security-policy.ts'
import { noticePage } from '../pages/notice.ts'
import { type Shop, sendPage } from '../shop.ts'

/** Where `npm run build:spa` puts the React storefront. */
const BUILT = join(import.meta.dirname, '../../dist/spa')

/**
 * The React storefront under /spa: one document for every address in it, since its router reads the address itself.
 * @param folder its build
 */
export async function registerSpa(
  app: FastifyInstance,
  { config }: Pick<Shop, 'config'>,
  folder = BUILT,
): Promise<void> {
  const document = readDocument(folder)
  if (document !== undefined) {
    await app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/spa/assets/',
      decorateReply: false,
      // The files' names hold their content's hash.
      immutable: true,
      maxAge: '1y',
    })
  }
  const send = (request: FastifyRequest, reply: FastifyReply) => {
    if (document === undefined) return sendPage({ config }, request, reply, notBuilt, { status: 503 })
    return reply
      .header('content-security-policy', contentSecurityPolicy(config.backd.origin, 'package'))
      .header('cache-control', 'private, no-cache')
      .type('text/html; charset=utf-8')
      .send(document)
  }
  app.get('/spa', send)
  app.get('/spa/*', send)
}

function readDocument(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'index.html'), 'utf8')
  } catch {
    return undefined
  }
}

const notBuilt = noticePage({
  title: 'The React storefront is not built',
  text: 'Run `npm run build` and start the shop again; `npm start` does both.',
  link: { href: '/', text: 'Go to the shop' },
})
