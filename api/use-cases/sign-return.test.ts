import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashSecret } from './authenticate-merchant.ts'
import { signReturn } from './sign-return.ts'

const order = { backdOrderId: 'BO-20260416-7K3M9QX2', merchantOrderId: 'A.1' }
const at = new Date('2026-04-16T15:00:00.900Z')

test('a return is signed as a merchant who has the secret key works it out', () => {
  const key = createHash('sha256').update('sk_test').digest()
  const mac = createHmac('sha256', key).update('1776351600.BO-20260416-7K3M9QX2.A.1').digest('hex')
  expect(signReturn(order, hashSecret('sk_test'), at)).toBe(`1776351600.${mac}`)
})

test('another order, second or key has another signature', () => {
  const of = (change: object, secret = 'sk_test', when = at) =>
    signReturn({ ...order, ...change }, hashSecret(secret), when).split('.')[1]
  const all = [
    of({}),
    of({ backdOrderId: 'BO-20260416-7K3M9QX3' }),
    of({ merchantOrderId: 'A.2' }),
    of({}, 'sk_other'),
    of({}, 'sk_test', new Date(at.getTime() + 1000)),
  ]
  expect(new Set(all).size).toBe(all.length)
})
