import { describe, expect, it } from 'vitest'
import { createOrderSchema } from './api/create-order.ts'
import { orderDataSchema } from './api/order-data.ts'
import { orderPlacedSchema } from './api/order-placed.ts'
import * as seeds from './examples.ts'
import { readUnitPrices } from './line-prices.ts'
import { sumAmounts, toCents } from './money.ts'
import {
  addressSchema,
  contactSchema,
  itemsSchema,
  merchantSchema,
  modeSchema,
  orderSchema,
  personNameSchema,
} from './order.ts'

describe("the published pages' examples", () => {
  it.each([
    ['the Merchant Object', merchantSchema, seeds.seedMerchant],
    ['the Mode Object', modeSchema, seeds.seedMode],
    ['the Name Object', personNameSchema, seeds.seedName],
    ['the Address Object', addressSchema, seeds.seedAddress],
    ['the Billing & Shipping Objects', contactSchema, seeds.seedBilling],
    ['the Items Object', itemsSchema, seeds.seedItems],
    ['the Order Object in the modal', orderSchema, seeds.seedOrder],
    ['the Order Object with redirect', orderSchema, { ...seeds.seedOrder, mode: seeds.seedMode }],
    ['the create_order body', createOrderSchema, seeds.seedCreateOrder],
    [
      'the order_placed body',
      orderPlacedSchema,
      { backd_order_id: 'hvsyvs7377w7828', merchant_order_id: 'JKLMO4321' },
    ],
    [
      "update_order's answer, with what every answer adds",
      orderDataSchema,
      {
        ...seeds.seedUpdatedOrder,
        backd_order_id: 'BO-20260416-7K3M9QX2',
        create_date: '2026-04-16T15:00:00.000Z',
      },
    ],
  ])('%s is taken and comes out as it went in', (_title, schema, example) => {
    expect(schema.parse(example)).toEqual(example)
  })

  it('has amounts that add up, with line prices in dollars', () => {
    const { order_total, cart_amount, tax_amount, shipping_amount, discount_amount } = seeds.seedAmounts
    const sum = sumAmounts({
      cart_amount_cents: toCents(cart_amount),
      tax_amount_cents: toCents(tax_amount),
      shipping_amount_cents: toCents(shipping_amount),
      discount_amount_cents: toCents(discount_amount),
    })
    expect(sum).toBe(toCents(order_total))
    expect(readUnitPrices(seeds.seedItems, toCents(cart_amount))).toBe('dollars')
  })
})
