import { expect, test } from 'vitest'
import { wantedLanguages } from './accept-language.ts'

test.each([
  ['es-MX,es;q=0.9,en;q=0.8', ['es-MX', 'es', 'en']],
  ['en;q=0.2, es', ['es', 'en']],
  ['es;q=0, en', ['en']],
  ['es; q=0.5', ['es']],
  ['es;q=lots', []],
  [undefined, []],
])('%j asks for %j', (header, wanted) => {
  expect(wantedLanguages(header).filter(Boolean)).toEqual(wanted)
})
