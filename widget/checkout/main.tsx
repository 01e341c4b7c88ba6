import { render } from 'preact'
import { App } from './app.tsx'
import { fetchCatalogue } from './i18n/catalogues.ts'
import { Speaking } from './i18n/speaking.tsx'
import { createSpeech } from './i18n/speech.ts'
import { createCheckoutApi } from './ports/api.ts'
import { presentationOf, readBoot, readToken } from './ports/boot.ts'
import { systemClock } from './ports/clock.ts'
import { createModalExit, createPageExit } from './ports/exit.ts'
import { createFrameHost } from './ports/frame-host.ts'
import { noHost } from './ports/host.ts'
import { createPageHistory, noHistory } from './ports/page-history.ts'
import { createWake } from './ports/wake.ts'

const boot = readBoot(document)
const isModal = boot.kind === 'modal' || boot.kind === 'refused'
const speech = createSpeech({
  wanted: presentationOf(boot)?.locale,
  browser: navigator.languages,
  fetchCatalogue,
  clock: systemClock,
})
const host = isModal ? createFrameHost(window, ({ locale }) => speech.ask(locale)) : noHost
const exit = isModal ? createModalExit(host) : createPageExit(boot, (url) => location.assign(url))
const history = isModal ? noHistory : createPageHistory(window)

// Back from the merchant's page into a frozen copy of this one: the server knows what has become of the order.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

const root = document.getElementById('checkout')
if (root) {
  render(
    <Speaking speech={speech}>
      <App
        opening={{ boot, token: readToken(location.pathname), surroundings: host.surroundings }}
        ports={{ api: createCheckoutApi(), host, exit, clock: systemClock, wake: createWake(), history }}
      />
    </Speaking>,
    root,
  )
}
