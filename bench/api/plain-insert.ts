import { PGlite } from '@electric-sql/pglite'
import Fastify from 'fastify'

/**
 * What create_order on the embedded database is held against: Fastify as it comes and one insert of the same body, with
 * no authentication, no rules, no event and no link.
 */
const database = await PGlite.create(process.env['DATA_DIR'] ?? '')
await database.exec('create table orders (id text primary key, body jsonb not null)')

const app = Fastify()
app.post<{ Body: { merchant_order_id: string } }>('/orders', async ({ body }) => {
  await database.query('insert into orders (id, body) values ($1, $2)', [body.merchant_order_id, body])
  return { id: body.merchant_order_id, status: 'order_created' }
})
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
process.once('SIGTERM', () => void app.close().then(() => database.close()))
