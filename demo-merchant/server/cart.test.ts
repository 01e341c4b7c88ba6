import { expect, test } from 'vitest'
import { addToCart, MAX_QTY, readCart, readQty, setInCart, writeCart } from './cart.ts'
import { findProduct } from './catalogue.ts'

const laptop = findProduct('ABC-123')
const chair = findProduct('CHR-410')
if (!laptop || !chair) throw new Error('the catalogue lost its laptop or its chair')

test('a cart survives the cookie', () => {
  const cart = [
    { product: laptop, qty: 3 },
    { product: chair, qty: 1 },
  ]
  expect(readCart(writeCart(cart).split(';')[0])).toEqual(cart)
})

test.each([
  ['no cookie', undefined],
  ['an unknown product', 'cart=XXX-1:3'],
  ['a negative quantity', 'cart=ABC-123:-3'],
  ['a fraction', 'cart=ABC-123:1.5e3'],
  ['half an entry', 'cart=ABC-123'],
  ['a name from the prototype', 'cart=__proto__:1&constructor:2'],
])('%s leaves the cart empty', (_what, header) => {
  expect(readCart(header)).toEqual([])
})

test('a price written into the cookie is not one', () => {
  expect(readCart('cart=ABC-123:1:0')).toEqual([{ product: laptop, qty: 1 }])
})

test('quantities add up, and stop at the most the shop sells', () => {
  const cart = addToCart([{ product: laptop, qty: 98 }], { product: laptop, qty: 5 })
  expect(cart).toEqual([{ product: laptop, qty: MAX_QTY }])
  expect(readQty('5000')).toBe(MAX_QTY)
})

test('zero takes a product out and keeps the rest in place', () => {
  const cart = [
    { product: laptop, qty: 3 },
    { product: chair, qty: 1 },
  ]
  expect(setInCart(cart, { product: laptop, qty: 0 })).toEqual([{ product: chair, qty: 1 }])
})
