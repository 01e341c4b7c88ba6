import {
  type CloseData,
  type ErrorData,
  initializeWidget,
  type LoadWidgetOptions,
  loadWidget,
  type Order,
  type OrderData,
  type WidgetBackd,
} from '@backd/widget'

/** A merchant's strict TypeScript on the package: it compiles, and each line marked as an error is one. */
export function open(order: Order): void {
  const onSuccess = (data: OrderData) => console.log(data.backd_order_id satisfies string)
  const onClose = (data: CloseData) => console.log(data.code satisfies 'CUSTOMER_CLOSED' | (string & {}))
  const onFail = (data: ErrorData) => console.log(data.recoverable satisfies boolean)
  const handle = initializeWidget({ order, onSuccess, onClose, onFail, environment: 'sandbox', locale: 'es' })
  handle.close()
  initializeWidget({ customerUrl: 'https://checkout.backd.com/checkout/key/token', onSuccess, onClose })
  // @ts-expect-error: the modal needs onClose
  initializeWidget({ order, onSuccess })
  // @ts-expect-error: no such environment
  initializeWidget({ order, onSuccess, onClose, environment: 'test' })
  // @ts-expect-error: no order without items
  order satisfies Omit<Order, 'items'> & { items: never }
}

export async function load(options: LoadWidgetOptions): Promise<WidgetBackd | undefined> {
  await loadWidget()
  // @ts-expect-error: the option is called origin here
  await loadWidget({ checkoutOrigin: 'http://localhost:4000' })
  const backd = await loadWidget({ origin: 'http://localhost:4000', version: '1.4.0', ...options })
  // The script tag's global comes with the types.
  return window.widgetBackd ?? backd
}
