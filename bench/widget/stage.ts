import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedCreateOrder, seedOrder } from '@backd/contract/examples.ts'
import { findFreePort } from '../../api/testing/embedded-server.ts'
import { call, newMerchantOrderId } from '../api/orders.ts'
import { startServer } from '../api/processes.ts'
import { shopPages } from './shop-pages.ts'

/** The sandbox's own merchant (docs/sandbox.md). */
const MERCHANT = { public_api_key: '518ce188-8295-422c-a4a2-8329ffd40341', name: 'Northwind Office Supply' }

/** Backd and a shop on two sites: an address and a name, so that the checkout's frame gets a process of its own. */
export interface Stage {
  backd: string
  shop: string
  /** An order for the modal. */
  createOrder(): object
  /** The address of an order's own page, as a server makes it. */
  createLink(): Promise<string>
  clear(): Promise<void>
}

export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'backd-bench-'))
  let answer: (path: string) => string | undefined = () => undefined
  const server = createServer((request, response) => {
    const body = answer(new URL(request.url ?? '/', 'http://shop').pathname)
    response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const shop = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const api = await startServer('api/main.ts', {
    API_PORT: String(await findFreePort()),
    DATA_DIR: folder,
    SANDBOX_ORIGINS: shop,
    RATE_LIMIT_PER_MINUTE: '1000000000',
    CODES_PER_HOUR: '1000000000',
  })
  const backd = api.origin.replace('127.0.0.1', 'localhost')
  answer = shopPages(backd)
  return {
    backd,
    shop,
    createOrder: () => ({
      ...seedOrder,
      merchant: MERCHANT,
      merchant_order_id: newMerchantOrderId(),
    }),
    async createLink() {
      const mode = { type: 'redirect', order_success_url: `${shop}/success`, order_close_url: `${shop}/cart` }
      const order = { ...seedCreateOrder, mode, merchant_order_id: newMerchantOrderId() }
      const { body } = await call(backd, '/create_order', JSON.stringify(order))
      return body.data.customer_url
    },
    async clear() {
      await api.stop()
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
