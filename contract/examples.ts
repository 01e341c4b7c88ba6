/** The examples of Backd's published pages, word for word: shown by /docs, and test cases of every room. */

/** Order Object page: "The Merchant Object". */
export const seedMerchant = {
  public_api_key: '518ce188-8295-422c-a4a2-8329ffd40341',
  name: 'Your Customer-Facing Merchant Name',
}

/** Order Object page: "The Mode Object". */
export const seedMode = {
  type: 'redirect' as const,
  order_success_url: 'https://merchant.website.com/success',
  order_close_url: 'https://merchant.website.com/cart',
}

/** Order Object page: "The Name Object". */
export const seedName = { first: 'Joe', last: 'Doe' }

/** Order Object page: "The Address Object". */
export const seedAddress = {
  line1: '123 Main St',
  line2: 'Floor 1',
  city: 'Austin',
  state: 'TX',
  zipcode: '78704',
  country: 'USA',
}

/** Order Object page: "The Billing & Shipping Objects". */
export const seedBilling = {
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

/** Order Object page: "The Items Object". */
export const seedItems = [
  {
    display_name: 'MacBook Pro',
    sku: 'ABC-123',
    unit_price: 3000,
    qty: 3,
    item_image_url: 'http://merchant.website.com/images/macbook-pro.jpg',
    item_url: 'http://merchant.website.com/products/macbook-pro.html',
  },
]

/** update_order page: the example answer. */
export const seedUpdatedOrder = {
  order_total: 8950,
  cart_amount: 9000,
  tax_amount: 100,
  shipping_amount: 50,
  discount_amount: 200,
  status: 'order_placed',
  merchant_order_id: 'JKLMO4321',
  merchant_order_status: 'processing',
  shipping: {
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
  },
  billing: {
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
  },
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

/** The five amounts of the update_order page, which every whole example here uses. */
export const seedAmounts = {
  order_total: 8950,
  cart_amount: 9000,
  tax_amount: 100,
  shipping_amount: 50,
  discount_amount: 200,
}

/** The Order Object page's pieces put together, with the update_order page's amounts. */
export const seedOrder = {
  merchant: seedMerchant,
  billing: seedBilling,
  shipping: seedBilling,
  items: seedItems,
  merchant_order_id: 'JKLMO4321',
  merchant_order_status: 'processing',
  ...seedAmounts,
}

/** The same as a create_order body: no merchant, redirect mode. */
export const seedCreateOrder = {
  mode: seedMode,
  billing: seedBilling,
  shipping: seedBilling,
  items: seedItems,
  merchant_order_id: 'JKLMO4321',
  merchant_order_status: 'processing',
  ...seedAmounts,
}
