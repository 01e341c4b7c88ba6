import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openOrderBook } from './orders.ts'

const purchase = {
  cart: [],
  totals: { cartCents: 0, taxCents: 0, shippingCents: 0, discountCents: 0, totalCents: 0 },
  billing: {
    name: { first: 'Joe', last: 'Doe' },
    address: { line1: '123 Main St', city: 'Austin', state: 'TX', zipcode: '78704', country: 'USA' },
    phone_number: '4153334567',
    email: 'joedoe@123fakestreet.com',
  },
  route: 'modal',
} as const

test('an order is still in the book after a restart, with its history', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shop-'))
  try {
    const file = join(folder, 'deep', 'orders.sqlite')
    const before = openOrderBook(file)
    const { merchantOrderId } = before.create(purchase)
    before.settle(merchantOrderId, { status: 'placed', backdOrderId: 'BO-1' }, 'Placed.')
    const kept = before.find(merchantOrderId)
    before.close()

    const after = openOrderBook(file)
    expect(after.find(merchantOrderId)).toEqual(kept)
    expect(kept).toMatchObject({ status: 'placed', backdOrderId: 'BO-1', billing: purchase.billing })
    after.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a placed order stays placed, whatever a slower answer says', () => {
  const book = openOrderBook(':memory:')
  const { merchantOrderId } = book.create(purchase)
  book.settle(merchantOrderId, { status: 'placed', backdOrderId: 'BO-1' }, 'Placed.')
  const order = book.settle(
    merchantOrderId,
    { status: 'needs_attention', backdOrderId: 'BO-2', problem: 'late' },
    'Late.',
  )
  expect(order).toMatchObject({ status: 'placed', backdOrderId: 'BO-1', problem: null })
  expect(order.events.map((event) => event.text)).not.toContain('Late.')
  book.close()
})

test("a link's order is never resumed by the widget", () => {
  const book = openOrderBook(':memory:')
  const { merchantOrderId } = book.create({ ...purchase, route: 'link' })
  book.keepLink(merchantOrderId, 'BO-1', { url: 'http://localhost:4000/checkout/x', mail: 'not_asked' })
  expect(book.resumeOrCreate(merchantOrderId, purchase).merchantOrderId).not.toBe(merchantOrderId)
  book.close()
})
