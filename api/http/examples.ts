/** What /docs shows and can send as it is: the example of Backd's published pages. */
const contact = {
  name: { first: 'Joe', last: 'Doe' },
  address: {
    line1: '123 Main St',
    line2: 'Floor 1',
    city: 'Austin',
    state: 'TX',
    zipcode: '78704',
    country: 'USA',
  },
  phone_number: '4153334567',
  email: 'joedoe@123fakestreet.com',
}

const order = {
  merchant_order_id: 'JKLMO4321',
  merchant_order_status: 'processing',
  order_total: 8950,
  cart_amount: 9000,
  tax_amount: 100,
  shipping_amount: 50,
  discount_amount: 200,
  billing: contact,
  shipping: contact,
  items: [
    {
      display_name: 'MacBook Pro',
      sku: 'ABC-123',
      unit_price: 3000,
      qty: 3,
      item_image_url: 'http://merchant.website.com/images/macbook-pro.jpg',
      item_url: 'http://merchant.website.com/products/macbook-pro.html',
    },
  ],
}

export const createOrderExample = {
  mode: {
    type: 'redirect' as const,
    order_success_url: 'https://merchant.website.com/success',
    order_close_url: 'https://merchant.website.com/cart',
  },
  ...order,
}

export const orderPlacedExample = {
  backd_order_id: 'BO-20260416-7K3M9QX2',
  merchant_order_id: 'JKLMO4321',
  order_total: 8950,
}

export const updateOrderExample = { backd_order_id: 'BO-20260416-7K3M9QX2', ...order }

export const orderIdExample = { backd_order_id: 'BO-20260416-7K3M9QX2' }

export const refundExample = { ...orderIdExample, merchant_order_id: 'JKLMO4321', refund_amount: 100.5 }
