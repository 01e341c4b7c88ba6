import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

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
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
