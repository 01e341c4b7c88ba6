import type { Contestant } from '../contestant.ts'
import type { Answer } from '../hosts.ts'
import { bundleShop } from '../shop.ts'

const API = 'https://checkoutshopper-test.adyen.com/checkoutshopper'
const ANALYTICS = 'https://checkoutanalytics-test.adyen.com/checkoutanalytics'

const json = (data: object): Answer => ({ type: 'application/json', body: JSON.stringify(data) })

/** What its API answers, in the shapes that the library reads. */
const answers: Record<string, Answer> = {
  [`${API}/v1/sessions/CS1/setup`]: json({
    id: 'CS1',
    sessionData: 'data',
    expiresAt: '2099-01-01T00:00:00Z',
    amount: { currency: 'EUR', value: 895_000 },
    countryCode: 'NL',
    shopperLocale: 'en-US',
    returnUrl: 'https://shop-adyen.test/',
    configuration: {},
    paymentMethods: { paymentMethods: [{ name: 'AfterPay', type: 'afterpay_default' }] },
  }),
  [`${API}/datasets/countries/en-US.json`]: json([{ id: 'NL', name: 'Netherlands' }]),
  // A frame of its own, for its fraud checks.
  [`${API}/assets/html/test_BENCH/dfp.1.0.0.html`]: {
    type: 'text/html',
    body: '<!doctype html><title>dfp</title>',
  },
  [`${ANALYTICS}/v3/analytics`]: json({ checkoutAttemptId: 'attempt' }),
  [`${ANALYTICS}/v3/analytics/attempt`]: json({}),
}

async function adyen(name: string, shop: string, entry: string): Promise<Contestant> {
  return {
    name,
    shop,
    terms: shop,
    mark: 'input[name=firstName]',
    choice: 'input[type=checkbox]',
    answers: { ...(await bundleShop(shop, entry)), ...answers },
  }
}

/** @adyen/adyen-web: a form of its own in the merchant's page, its script loaded with the page. */
export const adyenPreloaded = () =>
  adyen('@adyen/adyen-web 6.45.2, loaded before', 'https://shop-adyen.test', 'adyen-preloaded-page.ts')

/** The same, its script loaded on the click. */
export const adyenLazy = () =>
  adyen('@adyen/adyen-web 6.45.2, loaded on click', 'https://shop-adyen-lazy.test', 'adyen-lazy-page.ts')
