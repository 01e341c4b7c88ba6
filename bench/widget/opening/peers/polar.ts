import { type Checkout, serveTerms } from '../content.ts'
import { type Contestant, PLAN } from '../contestant.ts'
import { bundleShop } from '../shop.ts'

const SHOP = 'https://shop-polar.test'
const TERMS = 'https://polar.sh'

/** What its own checkout says when it is there; the opener takes its spinner away then. */
const LOADED = `
  const opener = new URL(location.href).searchParams.get('embed_origin')
  parent.postMessage({ type: 'POLAR_CHECKOUT', event: 'loaded' }, opener)`

/** @polar-sh/checkout: a frame over the whole page, which is made on the click. */
export async function polar(checkout: Checkout): Promise<Contestant> {
  return {
    name: '@polar-sh/checkout 0.4.1, embed',
    shop: SHOP,
    terms: TERMS,
    mark: PLAN,
    choice: PLAN,
    answers: {
      ...(await bundleShop(SHOP, 'polar-page.ts')),
      ...serveTerms(TERMS, ['/checkout/terms'], { checkout, glue: LOADED }),
    },
  }
}
