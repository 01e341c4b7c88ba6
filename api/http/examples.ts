import { seedAmounts, seedBilling, seedItems, seedMode } from '@backd/contract/examples.ts'

/** What /docs shows and can send as it is: the example of Backd's published pages. */
const order = {
  merchant_order_id: 'JKLMO4321',
  merchant_order_status: 'processing',
  ...seedAmounts,
  billing: seedBilling,
  shipping: seedBilling,
  items: seedItems,
}

export const createOrderExample = { mode: seedMode, ...order }

export const orderPlacedExample = {
  backd_order_id: 'BO-20260416-7K3M9QX2',
  merchant_order_id: 'JKLMO4321',
  order_total: 8950,
}

export const updateOrderExample = { backd_order_id: 'BO-20260416-7K3M9QX2', ...order }

export const orderIdExample = { backd_order_id: 'BO-20260416-7K3M9QX2' }

export const refundExample = { ...orderIdExample, merchant_order_id: 'JKLMO4321', refund_amount: 100.5 }
