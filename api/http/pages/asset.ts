import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompressSync, gunzipSync, gzip, constants as zlib } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { chooseEncoding, type Encoding } from './accept-encoding.ts'
import { readBuilt } from './built-files.ts'

/** A text that was compressed by the build and is served many times. */
export interface Asset {
  /** Content-Type. */
  type: string
  /** Digest of the text: the stem of its ETags. */
  tag: string
  bodies: Record<Encoding, Buffer>
}

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/**
 * Reads a file of the widget's build with its compressed copies, `.br` and `.gz`: meant for the start, not for requests.
 * @throws Error that says what to do when one is missing, or holds something else than the file
 */
export function readAsset(path: string, type: string): Asset {
  const identity = readBuilt(path)
  const copy = (ending: string, decompress: (copy: Buffer) => Buffer) => {
    const compressed = readBuilt(path + ending)
    // One that was left over from another build would give browsers, by their encoding, different texts.
    if (!holds(compressed, decompress, identity)) {
      throw new Error(`${path}${ending} is not a copy of ${path}: build the widget with "npm run build"`)
    }
    return compressed
  }
  const bodies = { identity, br: copy('.br', brotliDecompressSync), gzip: copy('.gz', gunzipSync) }
  return { type, tag: digest(identity), bodies }
}

function holds(compressed: Buffer, decompress: (copy: Buffer) => Buffer, text: Buffer): boolean {
  try {
    return decompress(compressed).equals(text)
  } catch {
    return false
  }
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
