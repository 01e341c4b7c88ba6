import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

/** Swagger UI styles its parts by attributes, which no hash can allow. It loads and calls our own origin alone. */
const docsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="150" height="32" viewBox="0 0 150 32">' +
  '<text x="0" y="24" font-family="system-ui, sans-serif" font-size="22" font-weight="700" fill="#fff">BackdPay</text></svg>'

/** Describes the routes that are added from here on, at /openapi.json and, to be read and tried, at /docs. */
export async function describeRoutes(app: FastifyInstance, publicOrigin: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Backd BNPL',
        version: '1',
        description:
          'Amounts are decimal dollars on the merchant API and integer cents on the checkout API. Every answer has ' +
          'one envelope: `data`, `message`, `status`. On errors `status.type` is a stable machine code.',
      },
      servers: [{ url: publicOrigin }],
      tags: [
        { name: 'Orders', description: 'For a merchant’s server, with its secret key' },
        { name: 'Checkout', description: 'For the SDK and the checkout, without it' },
        { name: 'Sandbox', description: 'For trying things out; not there in production' },
      ],
      components: {
        securitySchemes: {
          basic: {
            type: 'http',
            scheme: 'basic',
            description: 'User name: public key; password: secret key',
          },
          bearer: { type: 'http', scheme: 'bearer', description: 'The checkout token' },
        },
      },
    },
    transform: jsonSchemaTransform,
    // What carries an id in contract/ is described once, and referred to.
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: docsPolicy,
    logo: { type: 'image/svg+xml', content: logo },
    theme: { title: 'Backd API' },
  })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
