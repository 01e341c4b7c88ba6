import { render } from 'preact'
import { App } from './app.tsx'
import type { Wishes } from './flow/state.ts'
import { fetchCatalogue } from './i18n/catalogues.ts'
import { Speaking } from './i18n/speaking.tsx'
import { createSpeech } from './i18n/speech.ts'
import { loadLook } from './look/load-look.ts'
import { createCheckoutApi } from './ports/api.ts'
import { presentationOf, readBoot, readToken } from './ports/boot.ts'
import { systemClock } from './ports/clock.ts'
import { createModalExit, createPageExit } from './ports/exit.ts'
import { createFrameHost } from './ports/frame-host.ts'
import { noHost } from './ports/host.ts'

const boot = readBoot(document)
const isModal = boot.kind === 'modal' || boot.kind === 'refused'
const presentation = presentationOf(boot)
const speech = createSpeech({
  wanted: presentation?.locale,
  browser: navigator.languages,
  fetchCatalogue,
  clock: systemClock,
})
const show = ({ locale, appearance }: Wishes) => {
  speech.ask(locale)
  return loadLook(appearance, systemClock)
}
const host = isModal ? createFrameHost(window, show) : noHost
const exit = isModal ? createModalExit(host) : createPageExit(boot, (url) => location.assign(url))

// Back from the merchant's page into a frozen copy of this one: the server knows what has become of the order.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

const root = document.getElementById('checkout')

function draw() {
  if (!root) return
  render(
    <Speaking speech={speech}>
      <App
        opening={{ boot, token: readToken(location.pathname), surroundings: host.surroundings }}
        ports={{
          api: createCheckoutApi(),
          host,
          exit,
          clock: systemClock,
        }}
      />
    </Speaking>,
    root,
  )
}

// A page has an order to write down at once; how money is written takes a browser longest, so it is a task of its own.
if (boot.kind === 'page') systemClock.after(0, () => void speech.current().format.money(0))

// A page is seen at once, so it is drawn when it has its colours; in a task of its own, since reading the document was one.
// No await: the later parts import this module.
void loadLook(presentation?.appearance, systemClock).then(() => systemClock.after(0, draw))
