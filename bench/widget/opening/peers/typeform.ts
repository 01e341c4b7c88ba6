import { type Checkout, serveTerms } from '../content.ts'
import { type Contestant, PLAN } from '../contestant.ts'
import { bundleShop } from '../shop.ts'

const SHOP = 'https://shop-typeform.test'
const TERMS = 'https://form.typeform.com'

/** @typeform/embed: a popup with the form in a frame, which is made on the click. */
export async function typeform(checkout: Checkout): Promise<Contestant> {
  return {
    name: '@typeform/embed 6.1.1, popup',
    shop: SHOP,
    terms: TERMS,
    mark: PLAN,
    choice: PLAN,
    answers: {
      ...(await bundleShop(SHOP, 'typeform-page.ts')),
      ...serveTerms(TERMS, ['/to/terms'], { checkout }),
    },
  }
}
