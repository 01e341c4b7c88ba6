import { parseArgs } from 'node:util'
import { findAmountFault, toCents } from '@backd/contract/money.ts'
import { findOriginFault } from './domain/origins.ts'
import { STARTING_ORDER_LIMIT_CENTS } from './domain/sandbox.ts'
import { StartError } from './start-error.ts'

const USAGE = `Usage: npm run merchant -- create --name <name> --origin <origin> [--origin <origin> …] [--limit <dollars>] [--no-verify]

  --name    what the customer reads, e.g. "Northwind Office Supply"
  --origin  a web origin whose pages may open the checkout, e.g. https://shop.example.com
  --limit   the largest order_total in dollars (100000.00 unless given)
  --no-verify  customers choose terms without entering a code that is mailed to them`

export interface CreateArguments {
  name: string
  origins: string[]
  /** Cents. */
  orderLimitCents: number
  /** Whether customers enter a mailed code first. */
  verifyCustomer: boolean
}

/**
 * Reads what comes after `npm run merchant --`.
 * @throws StartError with the fault and how the command is used
 */
export function readArguments(argv: string[]): CreateArguments {
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
  return {
    name,
    origins,
    orderLimitCents: readLimit(values.limit),
    verifyCustomer: values['no-verify'] !== true,
  }
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
        'no-verify': { type: 'boolean' },
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
