import { describe, expect, it } from 'vitest'
import { monthly3, net30, offerOf } from '../testing/sessions.ts'
import { hasEqualPayments } from './payments.ts'

describe('the payments of a plan', () => {
  it('are equal when the total divides to the cent', () => {
    expect(hasEqualPayments(offerOf(net30))).toBe(true)
    expect(hasEqualPayments(offerOf({ ...monthly3, payments: 5 }))).toBe(true)
  })

  it('are not when a cent is left over', () => {
    expect(hasEqualPayments(offerOf(monthly3))).toBe(false)
  })
})
