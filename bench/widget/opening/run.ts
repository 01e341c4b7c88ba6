import { findFreePort } from '../../../api/testing/embedded-server.ts'
import { launchChromium } from '../browser.ts'
import { spreadOf } from '../screens.ts'
import { openSlowDevtools } from '../slow-devtools.ts'
import { startBackd } from './backd.ts'
import { readCheckout } from './content.ts'
import type { Contestant } from './contestant.ts'
import { floor } from './floor.ts'
import { openHosts } from './hosts.ts'
import { type Measured, measureOpening } from './measure.ts'
import { BACKD, OUR_SHOPS, ours } from './ours.ts'
import { adyenLazy, adyenPreloaded } from './peers/adyen.ts'
import { polar } from './peers/polar.ts'
import { typeform } from './peers/typeform.ts'
import { zoid } from './peers/zoid.ts'
import { printOpenings } from './table.ts'

/** From a click to terms that can be chosen: ours, and what it is measured beside, in each round. */
export async function measureOpenings(rounds: number): Promise<void> {
  const checkout = readCheckout()
  const peers = [
    await typeform(checkout),
    await polar(checkout),
    await adyenPreloaded(),
    await adyenLazy(),
    await zoid(checkout),
  ]
  const backd = await startBackd(BACKD, OUR_SHOPS)
  const contestants: Contestant[] = [floor(checkout), ...ours(backd.publicKey), ...peers]
  const hosts = await openHosts(Object.assign({}, ...contestants.map(({ answers }) => answers)), {
    [new URL(BACKD).host]: backd.origin,
  })
  const debuggingPort = await findFreePort()
  const browser = await launchChromium(debuggingPort, [
    `--host-resolver-rules=MAP * 127.0.0.1:${hosts.port}`,
    `--ignore-certificate-errors-spki-list=${hosts.spki}`,
  ])
  const devtools = await openSlowDevtools(debuggingPort)
  const measured = new Map<Contestant, Measured[]>(contestants.map((one) => [one, []]))
  try {
    // A fresh server's first answer and a fresh browser's first page are not what is measured.
    for (const first of contestants.slice(0, 2)) await measureOpening(browser, devtools, first)
    hosts.answeredMs.length = 0
    for (let round = 0; round < rounds; round++) {
      // Another one goes first each round: none always meets the machine as another left it.
      for (const index of contestants.keys()) {
        const contestant = contestants[(index + round) % contestants.length]
        if (!contestant) continue
        const found = await measureOpening(browser, devtools, contestant).catch((cause) => {
          throw new Error(`${contestant.name}, round ${round + 1}`, { cause })
        })
        measured.get(contestant)?.push(found)
        process.stderr.write('.')
      }
    }
  } finally {
    devtools.close()
    await browser.close()
    hosts.close()
    await backd.close()
  }
  process.stderr.write('\n')
  printOpenings(measured)
  console.log(`\nIn ours, the API took ${spreadOf(hosts.answeredMs)} ms to answer; a stub takes none.`)
  if (hosts.missed.size > 0) console.log(`asked for and not there: ${[...hosts.missed].join(', ')}`)
}
