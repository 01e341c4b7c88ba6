import type { FastifyInstance } from 'fastify'

/** Which methods each path takes; Fastify itself only knows whether one route matches. */
export interface RouteTable {
  /** @param url a request's path, with or without a query */
  methodsFor(url: string): string[]
}

/** Collects the routes that are added to the app from here on. */
export function collectRoutes(app: FastifyInstance): RouteTable {
  const methods = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return
    const known = methods.get(url) ?? new Set()
    for (const one of [method].flat()) known.add(one)
    methods.set(url, known)
  })
  return {
    methodsFor(url) {
      const path = (url.split('?')[0] ?? '').split('/')
      const found = [...methods].filter(([pattern]) => matches(pattern.split('/'), path))
      return [...new Set(found.flatMap(([, set]) => [...set]))]
        .filter((method) => method !== 'OPTIONS')
        .sort()
    },
  }
}

function matches(pattern: string[], path: string[]): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((part, index) => part === path[index] || (part.startsWith(':') && path[index] !== ''))
  )
}
