import { expect, it } from 'vitest'
import { createFontList } from './fonts.ts'

it.each([
  ['Inter', '"Inter", x'],
  [`'Open Sans',"Söhne Breit", serif`, '"Open Sans", "Söhne Breit", serif, x'],
  ['system-ui, Georgia Pro 2', 'system-ui, "Georgia Pro 2", x'],
  [' , ,"",', 'x'],
  ['a";} body{display:none} "b', '"a bodydisplaynone b", x'],
  ['url(https://evil.example/f), b', '"urlhttpsevilexamplef", "b", x'],
  ['a\\22 ; color: red', '"a22  color red", x'],
])('%s is %s', (fontFamily, list) => {
  expect(createFontList(fontFamily, 'x')).toBe(list)
})
