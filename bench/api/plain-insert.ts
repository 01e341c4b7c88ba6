import { randomBytes } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import Fastify from 'fastify'
import { usePglite } from '../../api/db/pglite.ts'
import { sandboxMerchant } from '../../api/domain/sandbox.ts'

/**
 * What create_order on the embedded database is held against: Fastify as it comes and one plain insert of the same order
 * into the same table, with no authentication, no rules, no event and no link.
 */
const client = await PGlite.create(process.env['DATA_DIR'] ?? '')
const { migrate, store } = usePglite(client)
await migrate()
const merchant = sandboxMerchant([])
await store.merchants.insert(merchant, new Uint8Array(32))
const merchantId = (await store.merchants.findByPublicKey(merchant.publicKey))?.id

const INSERT = `insert into orders (
    backd_order_id, merchant_id, source, version, status, merchant_order_id, holds_merchant_order_id,
    merchant_order_status, order_total_cents, cart_amount_cents, tax_amount_cents, shipping_amount_cents,
    discount_amount_cents, billing, shipping, items, expires_at, created_at
  ) values ($1, $2, 'server', 1, 'order_created', $3, true, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`
const cents = (dollars: unknown) => Math.round(Number(dollars) * 100)

const app = Fastify()
app.post<{ Body: Record<string, unknown> }>('/orders', async ({ body }) => {
  const id = randomBytes(10).toString('hex')
  const now = new Date()
  const amounts = ['order_total', 'cart_amount', 'tax_amount', 'shipping_amount', 'discount_amount']
  await client.query(INSERT, [
    ...[id, merchantId, body['merchant_order_id'], body['merchant_order_status']],
    ...amounts.map((name) => cents(body[name])),
    ...[body['billing'], body['shipping'], body['items'], now, now],
  ])
  return { backd_order_id: id, status: 'order_created' }
})
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
process.once('SIGTERM', () => void app.close().then(() => client.close()))
