import { createSessionOffer } from '@backd/contract/apr.ts'
import type { Plan } from '@backd/contract/plans.ts'
import { describe, expect, it } from 'vitest'
import { monthly3, net30, STARTS_ON } from '../testing/sessions.ts'
import { distinctionsOf } from './distinctions.ts'

const net60: Plan = { ...net30, id: 'net-60', interval: { unit: 'day', count: 60 }, fee_bps: 150 }

const distinctions = (...plans: Plan[]) => {
  const offers = plans.map((plan) => createSessionOffer(plan, 1_000_000, STARTS_ON))
  return offers.map((offer) => distinctionsOf(offer, offers))
}

describe('what sets a plan apart', () => {
  it('is the lowest total and the longest time', () => {
    expect(distinctions(net30, net60, monthly3)).toEqual([['lowestTotal'], [], ['longestTime']])
  })

  it('is both for a free plan that lasts longest', () => {
    expect(distinctions(net60, { ...monthly3, fee_bps: 0 })).toEqual([[], ['lowestTotal', 'longestTime']])
  })

  it('is named at each plan that ties', () => {
    const sameTotal = { ...monthly3, id: 'other', fee_bps: 0 }
    expect(distinctions(net30, sameTotal, net60)).toEqual([
      ['lowestTotal'],
      ['lowestTotal', 'longestTime'],
      [],
    ])
  })

  it('is nothing where all are equal, or where there is one plan', () => {
    expect(distinctions(net30, { ...net30, id: 'same' })).toEqual([[], []])
    expect(distinctions(net30)).toEqual([[]])
  })
})
