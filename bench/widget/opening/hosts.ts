import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type Certificate, createCertificate } from './certificate.ts'

export interface Answer {
  type: string
  body: string
  /** Files with a hash in their name are kept for a year; all else is asked for each time. */
  kept?: boolean
}

export interface Hosts {
  port: number
  spki: string
  /** What the answers' hosts were asked for and do not have: a contestant needs more than it was given. */
  missed: Set<string>
  /** How long each POST to a host behind took to be answered, in ms. */
  answeredMs: number[]
  close(): void
}

/**
 * All hosts of a run on one port of this machine, by HTTPS, gzipped before the run.
 * @param answers by address without the query
 * @param behind the origins, on this machine, of the hosts that something else answers for
 */
export async function openHosts(
  answers: Record<string, Answer>,
  behind: Record<string, string>,
): Promise<Hosts> {
  const certificate: Certificate = createCertificate()
  const packed = new Map(Object.entries(answers).map(([address, answer]) => [address, pack(answer)]))
  const missed = new Set<string>()
  const answeredMs: number[] = []
  const known = new Set(Object.keys(answers).map((address) => new URL(address).host))
  const server = createServer(certificate, (request, response) => {
    const host = request.headers.host ?? ''
    const origin = behind[host]
    if (origin) {
      const startedAt = performance.now()
      response.once('close', () => {
        if (request.method === 'POST') answeredMs.push(performance.now() - startedAt)
      })
      return forward(origin, request, response)
    }
    const address = `https://${host}${(request.url ?? '/').split('?')[0]}`
    // Any page may ask, with a body in JSON, as the real ones allow.
    const cors = {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '7200',
    }
    if (request.method === 'OPTIONS') return response.writeHead(204, cors).end()
    const answer = packed.get(address)
    if (!answer) {
      // The browser asks its maker's hosts things of its own.
      if (known.has(host)) missed.add(address)
      return response.writeHead(404, cors).end()
    }
    response.writeHead(200, { ...cors, ...answer.headers }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    spki: certificate.spki,
    missed,
    answeredMs,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function pack({ type, body, kept }: Answer) {
  return {
    body: gzipSync(body, { level: 9 }),
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-encoding': 'gzip',
      'cache-control': kept ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
    },
  }
}

/** To the API, as a host's proxy does. Gzip only, since that is what all contestants are sent. */
function forward(origin: string, request: IncomingMessage, response: ServerResponse): void {
  const headers = { ...request.headers, 'accept-encoding': 'gzip' }
  const upstream = ask(`${origin}${request.url}`, { method: request.method ?? 'GET', headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  upstream.on('error', () => response.destroy())
  request.pipe(upstream)
}
