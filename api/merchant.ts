import { parseArgs } from 'node:util'
import { findAmountFault, toCents } from '@backd/contract/money.ts'
import { readConfig } from './config.ts'
import { openDatabase } from './db/open.ts'
import { findOriginFault } from './domain/origins.ts'
import { STARTING_ORDER_LIMIT_CENTS } from './domain/sandbox.ts'
import { failStart, StartError } from './start-error.ts'
import { systemRandom } from './system.ts'
import { registerMerchant } from './use-cases/register-merchant.ts'

/** `npm run merchant -- create …`: makes a merchant and prints its keys, the secret one for the only time. */

const USAGE = `Usage: npm run merchant -- create --name <name> --origin <origin> [--origin <origin> …] [--limit <dollars>]

  --name    what the customer reads, e.g. "Northwind Office Supply"
  --origin  a web origin whose pages may open the checkout, e.g. https://shop.example.com
  --limit   the largest order_total in dollars (100000.00 unless given)`

interface CreateArguments {
  name: string
  origins: string[]
  orderLimitCents: number
}

async function run(argv: string[]): Promise<void> {
  const facts = readArguments(argv)
  const config = readConfig(process.env)
  const database = await openDatabase(config)
  try {
    await database.migrate()
    const keys = await registerMerchant(
      { store: database.store, random: systemRandom },
      { ...facts, mode: config.mode },
    )
    console.log(`Created ${facts.name}.`)
    console.log(`  Public key: ${keys.publicKey}`)
    console.log(`  Secret key: ${keys.secretKey}`)
    console.log('Keep the secret key now: it is not stored and cannot be shown again.')
  } finally {
    await database.close()
  }
}

function readArguments(argv: string[]): CreateArguments {
  const { values, positionals } = parse(argv)
  if (positionals.length !== 1 || positionals[0] !== 'create') throw usage('say what to do: create')
  const name = values.name?.trim()
  if (!name || name.length > 500 || name.includes('\0')) throw usage('--name must be 1 to 500 characters')
  const origins = [...new Set(values.origin ?? [])]
  if (origins.length === 0) throw usage('at least one --origin is needed')
  for (const origin of origins) {
    const fault = findOriginFault(origin)
    if (fault) throw usage(`--origin ${origin} ${fault}`)
  }
  return { name, origins, orderLimitCents: readLimit(values.limit) }
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        origin: { type: 'string', multiple: true },
        limit: { type: 'string' },
      },
    })
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error))
  }
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return STARTING_ORDER_LIMIT_CENTS
  const dollars = text.trim() === '' ? Number.NaN : Number(text)
  if (findAmountFault(dollars) || dollars === 0) {
    throw usage('--limit must be an amount in dollars above 0, like 25000.00')
  }
  return toCents(dollars)
}

function usage(fault: string): StartError {
  return new StartError(`${fault}\n\n${USAGE}`)
}

run(process.argv.slice(2)).catch(failStart)
