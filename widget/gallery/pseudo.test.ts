import { expect, it } from 'vitest'
import { speak } from './locale.ts'
import { pseudo, pseudoCatalogue } from './pseudo.ts'

it('is accented, 40 % longer and in brackets', () => {
  expect(pseudo('Continue')).toBe('[Çóñtîñûé óñé]')
  for (const length of [1, 10, 200]) {
    expect(pseudo('x'.repeat(length))).toHaveLength(length + Math.ceil(length * 0.4) + 2)
  }
})

it('has every sentence, also those that are put together', () => {
  expect(pseudoCatalogue.text.step(1, 2)).toMatch(/^\[Štép 1 óf 2 .*]$/)
  expect(pseudoCatalogue.later.review.agreementLanguage).toBeNull()
})

it.each([
  [null, 'en-US', 'ltr'],
  ['es', 'es-US', 'ltr'],
  ['en-XA', 'en-US', 'ltr'],
  ['ar-XB', 'en-US', 'rtl'],
  ['nonsense', 'en-US', 'ltr'],
])('%s is spoken as %s, %s', async (tag, locale, direction) => {
  expect(await speak(tag)).toMatchObject({ locale, direction, state: 'spoken' })
})
