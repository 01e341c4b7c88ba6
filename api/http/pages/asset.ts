import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { chooseEncoding, type Encoding } from './accept-encoding.ts'

/** A text that is compressed once and served many times. */
export interface Asset {
  /** Content-Type. */
  type: string
  /** Digest of the text: the stem of its ETags. */
  tag: string
  bodies: Record<Encoding, Buffer>
}

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Compresses a text as small as it gets: meant for the start, not for requests. */
export async function createAsset(text: string | Buffer, type: string): Promise<Asset> {
  const identity = Buffer.from(text)
  const [br, gz] = await Promise.all([
    toBrotli(identity, { params: { [zlib.BROTLI_PARAM_SIZE_HINT]: identity.length } }),
    toGzip(identity, { level: 9 }),
  ])
  return { type, tag: digest(identity), bodies: { identity, br, gzip: gz } }
}

/**
 * Answers with an asset in the encoding that was asked for, or with 304 when the client has it.
 * @param variant what else the answer depends on; it becomes part of the ETag
 */
export function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  asset: Asset,
  variant = '',
): FastifyReply {
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  // Strong: each encoding is another sequence of bytes, so another tag (RFC 9110, 8.8.3.3).
  const etag = `"${variant ? digest(asset.tag + variant) : asset.tag}-${encoding}"`
  reply.headers({ etag, vary: 'Accept-Encoding' })
  if (matchesTag(request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type(asset.type).send(asset.bodies[encoding])
}

/** Answers with a text of this one request, compressed quickly. */
export async function sendCompressed(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  type: string,
): Promise<FastifyReply> {
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  reply.header('vary', 'Accept-Encoding').type(type)
  if (encoding === 'identity') return reply.send(text)
  reply.header('content-encoding', encoding)
  return reply.send(
    encoding === 'br'
      ? await toBrotli(text, { params: { [zlib.BROTLI_PARAM_QUALITY]: 5 } })
      : await toGzip(text),
  )
}

/** Whether the client has it already, by If-None-Match. */
export function matchesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

function digest(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22)
}
