import { render } from 'preact'
import { I18nProvider } from '../checkout/i18n/i18n.ts'
import { handoverPart, loadParts } from '../checkout/parts/parts.ts'
import { readableSession } from '../checkout/ports/readable.ts'
import { Contents } from './contents.tsx'
import { speak } from './locale.ts'
import { orders } from './orders.ts'
import { Shown } from './shown.tsx'
import { states } from './states.ts'

/**
 * Every screen of the checkout in every state, without an API: `?screen=review&order=strange&scheme=dark&locale=es`; the locales
 * `en-XA` and `ar-XB` are longer English, and the same from right to left.
 * Without a screen, the list of them.
 */
const query = new URLSearchParams(location.search)
const screen = query.get('screen') ?? ''
const draw = states[screen]
const order = orders[(query.get('order') ?? 'usual') as keyof typeof orders] ?? orders.usual
const scheme = query.get('scheme')
const i18n = await speak(query.get('locale'))
document.documentElement.lang = i18n.locale
document.documentElement.dir = i18n.direction

const frame = { display: 'block', inlineSize: '100%', blockSize: '100dvh', border: 0 }
const root = document.getElementById('checkout')
if (!root) throw new Error('the gallery has no root element')

if (!draw) {
  render(<Contents />, root)
} else if (scheme && window.parent === window) {
  // A frame follows the colour scheme of the element that holds it, so nobody has to change the system's.
  document.body.style.margin = '0'
  render(<iframe title="Screen" src={location.href} style={{ ...frame, colorScheme: scheme }} />, root)
} else {
  await Promise.all([loadParts(), handoverPart.load()])
  render(
    <I18nProvider value={i18n}>
      <Shown
        first={draw(readableSession(order))}
        pace={query.has('slow') ? 'slow' : 'usual'}
        role={screen.startsWith('approver') ? 'approver' : 'buyer'}
      />
    </I18nProvider>,
    root,
  )
}
