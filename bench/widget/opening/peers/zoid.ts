import { type Checkout, serveTerms } from '../content.ts'
import { type Contestant, PLAN } from '../contestant.ts'
import { bundleInline, bundleShop } from '../shop.ts'

const SHOP = 'https://shop-zoid.test'
const TERMS = 'https://zoid-terms.test'

/**
 * zoid: a component of another site, with its own spinner until the frame has answered. The frame's half is inlined into
 * the document, which is faster than the script file of its README.
 */
export async function zoid(checkout: Checkout): Promise<Contestant> {
  return {
    name: 'zoid 9.0.86',
    shop: SHOP,
    terms: TERMS,
    mark: PLAN,
    choice: PLAN,
    answers: {
      ...(await bundleShop(SHOP, 'zoid-page.ts')),
      ...serveTerms(TERMS, ['/terms'], { checkout, glue: await bundleInline('zoid-frame.ts') }),
    },
  }
}
