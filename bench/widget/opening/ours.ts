import { seedOrder } from '@backd/contract/examples.ts'
import { type Contestant, PLAN } from './contestant.ts'
import { shopPage } from './shop.ts'

/** Where the API and the checkout are reached. */
export const BACKD = 'https://backd.test'

const WAYS = [
  {
    name: 'ours, cold',
    shop: 'https://shop-cold.test',
    aim: '≤ 1.25',
    script: `
      document.querySelector('button').onclick = () => widgetBackd.initializeWidget(options())`,
  },
  {
    name: 'ours, preload(), order on the click',
    shop: 'https://shop-warmed.test',
    aim: '≤ 0.95',
    // The skeleton stands, and what else it loads is there.
    warmed: `document.querySelector('#checkout > *') && performance.getEntriesByType('resource').some(({ responseEnd }) => responseEnd)`,
    script: `
      widgetBackd.preload({ publicKey: order.merchant.public_api_key })
      document.querySelector('button').onclick = () => widgetBackd.initializeWidget(options())`,
  },
  {
    name: 'ours, preload(order)',
    shop: 'https://shop-prepared.test',
    aim: '≤ 0.35',
    warmed: `performance.getEntriesByName('${BACKD}/checkout/api/orders')[0]?.responseEnd`,
    script: `
      widgetBackd.preload({ order })
      document.querySelector('button').onclick = () => widgetBackd.initializeWidget(options())`,
  },
]

/** The pages of our shops, all of one merchant. */
export const OUR_SHOPS = WAYS.map(({ shop }) => shop)

/** The built script and checkout with the real API, opened by the page in each of its ways. */
export function ours(publicKey: string): Contestant[] {
  const order = { ...seedOrder, merchant: { ...seedOrder.merchant, public_api_key: publicKey } }
  const given = `
      const order = { ...${JSON.stringify(order)}, merchant_order_id: crypto.randomUUID() }
      const options = () => ({ order, onSuccess() {}, onClose() {}, onFail: console.error })`
  return WAYS.map(({ script, ...way }) => ({
    ...way,
    terms: BACKD,
    mark: PLAN,
    choice: PLAN,
    answers: {
      [`${way.shop}/`]: shopPage(`<script src="${BACKD}/widget/v1/widget.js"></script>`, given + script),
    },
  }))
}
