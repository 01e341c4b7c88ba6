import { render } from 'preact'
import { App } from './app.tsx'
import { createI18n, I18nProvider } from './i18n/i18n.ts'
import { createCheckoutApi } from './ports/api.ts'
import { readBoot, readToken } from './ports/boot.ts'
import { systemClock } from './ports/clock.ts'
import { createModalExit, createPageExit } from './ports/exit.ts'
import { createFrameHost } from './ports/frame-host.ts'
import { noHost } from './ports/host.ts'
import { createPageHistory, noHistory } from './ports/page-history.ts'
import { createWake } from './ports/wake.ts'

const boot = readBoot(document)
const isModal = boot.kind === 'modal' || boot.kind === 'refused'
const host = isModal ? createFrameHost(window) : noHost
const exit = isModal ? createModalExit(host) : createPageExit(boot, (url) => location.assign(url))
const history = isModal ? noHistory : createPageHistory(window)
const i18n = createI18n(navigator.languages)
document.documentElement.lang = i18n.locale

// Back from the merchant's page into a frozen copy of this one: the server knows what has become of the order.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

const root = document.getElementById('checkout')
if (root) {
  render(
    <I18nProvider value={i18n}>
      <App
        opening={{ boot, token: readToken(location.pathname), surroundings: host.surroundings }}
        ports={{ api: createCheckoutApi(), host, exit, clock: systemClock, wake: createWake(), history }}
      />
    </I18nProvider>,
    root,
  )
}
