import { describe, expect, it } from 'vitest'
import { createSession } from '../testing/sessions.ts'
import { readableSession } from './readable.ts'

const override = '\u202E'

describe('a readable session', () => {
  it('has no override in the names that stand in sentences', () => {
    const { merchant_name, offers } = readableSession(
      createSession({
        merchant_name: `${override}Northwind`,
        offers: createSession().offers.map((offer) => ({ ...offer, name: `\u2067${offer.name}` })),
      }),
    )
    expect(merchant_name).toBe('Northwind')
    expect(offers.map(({ name }) => name)).toEqual(['Net 30', '3 monthly payments'])
  })

  it('keeps the identifiers that go back to the merchant, and everything else', () => {
    const session = createSession({ merchant_order_id: `${override}1` })
    expect(readableSession(session)).toEqual(session)
  })
})
