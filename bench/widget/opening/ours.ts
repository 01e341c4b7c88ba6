import { seedOrder } from '@backd/contract/examples.ts'
import { type Contestant, PLAN } from './contestant.ts'
import { shopPage } from './shop.ts'

/** Where the API and the checkout are reached. */
export const BACKD = 'https://backd.test'

interface Way extends Pick<Contestant, 'name' | 'shop' | 'aim' | 'warmed'> {
  /** What the page does before the click; it has `options`, of initializeWidget, and `publicKey`. */
  ahead?: string
}

const WAYS: Way[] = [{ name: 'ours, cold', shop: 'https://shop-cold.test', aim: '≤ 1.25' }]

/** The pages of our shops, all of one merchant. */
export const OUR_SHOPS = WAYS.map(({ shop }) => shop)

/** The built script and checkout with the real API, opened by the page in each of its ways. */
export function ours(publicKey: string): Contestant[] {
  const order = { ...seedOrder, merchant: { ...seedOrder.merchant, public_api_key: publicKey } }
  const page = (ahead: string) =>
    shopPage(
      `<script src="${BACKD}/widget/v1/widget.js"></script>`,
      `
      const publicKey = ${JSON.stringify(publicKey)}
      const order = { ...${JSON.stringify(order)}, merchant_order_id: crypto.randomUUID() }
      const options = { order, onSuccess() {}, onClose() {}, onFail: console.error }
      document.querySelector('button').onclick = () => widgetBackd.initializeWidget(options)
      ${ahead}`,
    )
  return WAYS.map(({ ahead = '', ...way }) => ({
    ...way,
    terms: BACKD,
    mark: PLAN,
    choice: PLAN,
    answers: { [`${way.shop}/`]: page(ahead) },
  }))
}
