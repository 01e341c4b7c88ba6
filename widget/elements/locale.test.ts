import { afterEach, describe, expect, test } from 'vitest'
import { spokenBy } from './locale.ts'

afterEach(() => {
  document.body.replaceChildren()
  document.documentElement.removeAttribute('lang')
})

/** An element in such a page; `#it` is asked about. */
function spokenIn(html: string, lang?: string) {
  if (lang !== undefined) document.documentElement.lang = lang
  document.body.innerHTML = html
  return spokenBy(document.querySelector('#it') as Element)
}
const english = { language: 'en', locale: 'en-US' }

describe('an element speaks', () => {
  test.each([
    ['English on a page that names no language', '<b id="it"></b>', undefined, english],
    ['the page’s language', '<b id="it"></b>', 'es', { language: 'es', locale: 'es-US' }],
    [
      'the nearest language',
      '<p lang="es-CO"><b id="it"></b></p>',
      'en',
      { language: 'es', locale: 'es-CO' },
    ],
    ['its own `lang`', '<b id="it" lang="es"></b>', 'en', { language: 'es', locale: 'es-US' }],
    [
      'its `locale` before any `lang`',
      '<b id="it" locale="es-MX" lang="en"></b>',
      'en',
      { language: 'es', locale: 'es-MX' },
    ],
    [
      'English where its `locale` says so',
      '<b id="it" locale="en-GB"></b>',
      'es',
      { language: 'en', locale: 'en-GB' },
    ],
    ['English for a language without words', '<b id="it"></b>', 'fr-CA', english],
    ['English in a part of no known language', '<p lang=""><b id="it"></b></p>', 'es', english],
    ['English for what is no tag', '<b id="it" locale="es_MX"></b>', 'es', english],
    [
      'Spanish however it is written',
      '<b id="it" locale="ES-mx"></b>',
      'en',
      { language: 'es', locale: 'ES-mx' },
    ],
    [
      'as in the United States where a script alone is named',
      '<b id="it" locale="es-Latn"></b>',
      'en',
      { language: 'es', locale: 'es-US' },
    ],
  ])('%s', (_title, html, lang, spoken) => {
    expect(spokenIn(html, lang)).toEqual(spoken)
  })

  test('the language around the shadow tree that it stands in', () => {
    document.documentElement.lang = 'es'
    const inner = document.createElement('b')
    const host = document.createElement('div')
    host.attachShadow({ mode: 'open' }).append(inner)
    document.body.append(host)
    expect(spokenBy(inner).language).toBe('es')
    host.lang = 'en'
    expect(spokenBy(inner).language).toBe('en')
  })
})
