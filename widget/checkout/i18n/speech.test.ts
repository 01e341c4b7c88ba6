import { describe, expect, it, vi } from 'vitest'
import { createFakeClock } from '../testing/ports.ts'
import { type Catalogue, fetchCatalogue } from './catalogues.ts'
import { en } from './en.ts'
import { CATALOGUE_TIMEOUT_MS, createSpeech } from './speech.ts'

const spanish = await fetchCatalogue('es')
const { text, later } = spanish
const settled = () => new Promise((resolve) => setTimeout(resolve))

function speak(wanted: unknown, browser: string[], answer: () => Promise<Catalogue> = async () => spanish) {
  const clock = createFakeClock()
  const fetchCatalogue = vi.fn(answer)
  const speech = createSpeech({ wanted, browser, fetchCatalogue, clock })
  const changed = vi.fn()
  speech.listen(changed)
  return { clock, fetchCatalogue, speech, changed }
}

describe('English', () => {
  it('is spoken at once, and nothing is loaded', () => {
    const { speech, fetchCatalogue } = speak(null, ['en-GB'])
    expect(speech.current()).toMatchObject({ locale: 'en-GB', state: 'spoken', text: en })
    expect(fetchCatalogue).not.toHaveBeenCalled()
  })
})

describe('Spanish', () => {
  it('says nothing until its catalogue is there, but that the order is loading', async () => {
    const { speech, changed } = speak(null, ['es-MX'])
    expect(speech.current()).toMatchObject({ locale: 'es-MX', state: 'coming' })
    expect(speech.current().text.loading.title).toBe(text.loading.title)
    expect(speech.current().text.closeCheckout).toBe(text.closeCheckout)
    await settled()
    expect(changed).toHaveBeenCalledOnce()
    expect(speech.current()).toMatchObject({ locale: 'es-MX', state: 'spoken', text, later })
  })

  it('is spoken when the merchant’s page asks for it in an English browser', async () => {
    const { speech } = speak(null, ['en-US'])
    speech.ask('es')
    await settled()
    expect(speech.current()).toMatchObject({ locale: 'es-US', state: 'spoken', text })
    expect(speech.current().format.money(1_014_750)).toBe('$10,147.50')
  })

  it('gives way to English that is asked for while it is under way', async () => {
    const { speech } = speak(null, ['es-MX'])
    speech.ask('en')
    await settled()
    expect(speech.current()).toMatchObject({ locale: 'en-US', state: 'spoken', text: en })
  })

  it('is not loaded again when asked for again', async () => {
    const { speech, fetchCatalogue, changed } = speak('es', [])
    speech.ask('es')
    await settled()
    speech.ask('es')
    expect(fetchCatalogue).toHaveBeenCalledOnce()
    expect(changed).toHaveBeenCalledOnce()
    expect(speech.current()).toMatchObject({ state: 'spoken', text })
  })

  it('that cannot be loaded is English', async () => {
    const { speech } = speak('es', ['es-MX', 'en-GB'], () => Promise.reject(new TypeError('offline')))
    await settled()
    expect(speech.current()).toMatchObject({ locale: 'en-GB', state: 'spoken', text: en })
  })

  it('that takes too long is English, and stays so when it comes', async () => {
    let come = (_: Catalogue) => {}
    const { speech, clock } = speak('es', ['es'], () => new Promise((resolve) => (come = resolve)))
    clock.pass(CATALOGUE_TIMEOUT_MS - 1)
    expect(speech.current().state).toBe('coming')
    clock.pass(1)
    expect(speech.current()).toMatchObject({ locale: 'en-US', state: 'spoken', text: en })
    come(spanish)
    await settled()
    expect(speech.current().text).toBe(en)
  })
})

it.each([undefined, null, 5, {}, [], '<script>', 'es_MX', 'x'.repeat(10_000)])(
  'survives being asked for %j',
  (locale) => {
    const { speech } = speak(locale, ['', '*', 'en-US'])
    speech.ask(locale)
    expect(speech.current()).toMatchObject({ locale: 'en-US', state: 'spoken' })
  },
)
