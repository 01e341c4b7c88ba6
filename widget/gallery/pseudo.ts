import type { Catalogue } from '../checkout/i18n/catalogues.ts'
import { en } from '../checkout/i18n/en.ts'
import { enHandover } from '../checkout/i18n/en-handover.ts'
import { enLater } from '../checkout/i18n/en-later.ts'

/** English as it would be in a language of longer words: what it cannot show, a translation could not either. */

const plain = 'aceinosuyACEINOSUY'
const accented = 'àçéîñóšûýÀÇÉÎÑÓŠÛÝ'

/** "Continue" → "[Çóñtîñûé óñé]": accented, 40 % longer, and whole only with both brackets. */
export function pseudo(sentence: string): string {
  const letters = [...sentence].map((sign) => accented[plain.indexOf(sign)] ?? sign).join('')
  const words = ' óñé twó thréé fóûr fîvé šîx šévéñ éîght ñîñé téñ'
  const more = words
    .repeat(Math.ceil(sentence.length / words.length))
    .slice(0, Math.ceil(sentence.length * 0.4))
  return `[${letters}${more}]`
}

/** A catalogue's every sentence through `change`; the shape stays. */
function through<Node>(node: Node, change: (sentence: string) => string): Node {
  if (typeof node === 'string') return change(node) as Node
  if (typeof node === 'function') {
    return ((...given: unknown[]) => through(node(...given), change)) as Node
  }
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, through(child, change)])) as Node
}

const handover = through(enHandover, pseudo)

export const pseudoCatalogue: Catalogue = {
  text: through(en, pseudo),
  later: through(enLater, pseudo),
  handover: async () => handover,
}
