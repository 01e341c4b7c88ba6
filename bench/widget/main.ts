import { parseArgs } from 'node:util'
import { CPU_RATE } from './browser.ts'
import { measureOpenings } from './opening/run.ts'
import { measureVisits } from './whole-visit.ts'

/**
 * The checkout on a slow device, in a real browser: how long it takes to open, beside others, and a whole visit. Prints;
 * asserts nothing about time.
 *
 *   npm run bench:widget -- --section opening --rounds 9
 */
const sections: Record<string, { title: string; rounds: number; measure(rounds: number): Promise<void> }> = {
  opening: { title: 'from the click to terms that can be chosen', rounds: 9, measure: measureOpenings },
  visit: { title: 'a whole visit', rounds: 3, measure: measureVisits },
}

const { values } = parseArgs({ options: { rounds: { type: 'string' }, section: { type: 'string' } } })
const chosen = values.section === undefined ? Object.keys(sections) : [values.section]
for (const name of chosen) {
  const section = sections[name]
  if (!section) {
    throw new Error(
      `--section ${name}: there is no such section; it is ${Object.keys(sections).join(' or ')}`,
    )
  }
  const rounds = values.rounds === undefined ? section.rounds : Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds ${values.rounds}: must be a whole number from 1`)
  }
  console.log(`
${section.title}: CPU ${CPU_RATE} times slower, 150 ms round trip, 1.6 Mbps; ${rounds} rounds; shop and checkout on different sites
`)
  await section.measure(rounds)
}
