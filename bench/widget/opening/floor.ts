import { type Checkout, serveTerms } from './content.ts'
import { type Contestant, PLAN } from './contestant.ts'
import { shopPage } from './shop.ts'

const SHOP = 'https://shop-floor.test'
const TERMS = 'https://floor.test'

/** A frame in a dialog and nothing else: what the same terms take at the least. */
export function floor(checkout: Checkout): Contestant {
  const page = shopPage(
    '<style>dialog { width: 80vw; height: 80vh; padding: 0 } iframe { width: 100%; height: 100%; border: 0 }</style>',
    `
      document.querySelector('button').onclick = () => {
        const dialog = document.createElement('dialog')
        const frame = document.createElement('iframe')
        frame.title = 'Terms'
        frame.src = '${TERMS}/'
        dialog.append(frame)
        document.body.append(dialog)
        dialog.showModal()
      }`,
  )
  return {
    name: 'floor: a bare dialog and frame',
    shop: SHOP,
    terms: TERMS,
    mark: PLAN,
    choice: PLAN,
    answers: { [`${SHOP}/`]: page, ...serveTerms(TERMS, ['/'], { checkout }) },
  }
}
