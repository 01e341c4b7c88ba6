import { join } from 'node:path'
import { withChildren } from './cpu.ts'
import { CONNECTIONS, type Measured, measure } from './load.ts'
import { API_PATH, call, createOrderJson, creating, finding, newMerchantOrderId } from './orders.ts'
import { runPgbench, type Transactions } from './pgbench.ts'
import { recordCreate } from './record-create.ts'
import { signOffAnswers, signOffCreates, signOffFinds, signOffMeasured } from './sign-off.ts'
import type { Stage } from './stage.ts'

/** What one round measured. */
export interface Round {
  pgbench: Transactions
  create: Measured
  bare: Measured
  find: Measured
  plain: Measured
  embedded: Measured
}

const ORDERS_TO_FIND = 1000

/**
 * Signs off what is about to be measured, and gives the function that measures all of it once.
 * @param pgbench where the program is
 */
export async function prepareRounds(
  { database, api, embedded, folder, start }: Stage,
  { pgbench, seconds }: { pgbench: string; seconds: number },
): Promise<() => Promise<Round>> {
  const found = await signOffAnswers(api.origin)
  await signOffAnswers(embedded.origin)
  const script = await recordCreate(database, api.origin)
  const bare = await start('bench/api/bare-route.ts', { ANSWER: found })
  const plain = await start('bench/api/plain-insert.ts', { DATA_DIR: join(folder, 'plain') })
  const ids = await createOrders(api.origin, ORDERS_TO_FIND)
  await signOffFinds(api.origin, ids)

  const client = () => [process.pid]
  const processes = { server: () => [api.pid], database: () => withChildren(database.pid), client }
  const paths = {
    find: ids.map((id) => `${API_PATH}/find_order/${id}`),
    bare: ids.map((id) => `/orders/${id}`),
  }

  return async () => {
    const file = join(folder, 'create-order.sql')
    const transactions = await runPgbench(pgbench, database.url, script, { seconds, file })
    const before = await database.count()
    const create = await measure({ url: api.origin, seconds, request: creating(), processes })
    signOffCreates(before, await database.count(), create.answered, CONNECTIONS)
    const round: Round = {
      pgbench: transactions,
      create,
      bare: await measure({ url: bare.origin, seconds, request: finding(paths.bare), processes: {} }),
      find: await measure({ url: api.origin, seconds, request: finding(paths.find), processes }),
      plain: await measure({ url: plain.origin, seconds, request: creating('/orders'), processes: {} }),
      embedded: await measure({
        url: embedded.origin,
        seconds,
        request: creating(),
        processes: { server: () => [embedded.pid], client },
      }),
    }
    for (const [name, measured] of Object.entries(round)) {
      if ('failed' in measured) signOffMeasured(name, measured)
    }
    return round
  }
}

async function createOrders(origin: string, count: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < count) {
    const { body } = await call(origin, '/create_order', createOrderJson(newMerchantOrderId()))
    ids.push(body.data.backd_order_id)
  }
  return ids
}
