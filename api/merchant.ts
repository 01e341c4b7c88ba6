import { readConfig } from './config.ts'
import { openDatabase } from './db/open.ts'
import { readArguments } from './merchant-arguments.ts'
import { failStart } from './start-error.ts'
import { systemRandom } from './system.ts'
import { registerMerchant } from './use-cases/register-merchant.ts'

/** `npm run merchant -- create …`: makes a merchant and prints its keys, the secret one for the only time. */

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

run(process.argv.slice(2)).catch(failStart)
