import { expect, test } from 'vitest'
import { chooseLanguage } from './language.ts'

test.each([
  [['es'], 'es'],
  [['es-MX', 'en'], 'es'],
  [['ES-419'], 'es'],
  [[null, 'es'], 'es'],
  [['fr', 'es-US'], 'es'],
  [['en-GB', 'es'], 'en'],
  [['fr-FR', 'de'], 'en'],
  [['*', 'x'.repeat(300), '<es>', 'est'], 'en'],
  [[], 'en'],
] as const)('of %j our mails speak %s', (wanted, language) => {
  expect(chooseLanguage(wanted)).toBe(language)
})
