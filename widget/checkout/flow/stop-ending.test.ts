import { failCodes } from '@backd/contract/frame/messages.ts'
import { describe, expect, it } from 'vitest'
import { enLater } from '../i18n/en-later.ts'
import * as es from '../i18n/es.ts'
import type { StopReason } from './state.ts'
import { stopEnding, stopEnds } from './stop-ending.ts'

const end = (reason: StopReason, message?: string) => {
  const detail = message === undefined ? null : { code: 'x', message, fields: [] }
  return stopEnding({ screen: 'stopped', reason, detail }, null)
}

describe('what the merchant hears of a stop', () => {
  it.each([
    ['expired', 'CHECKOUT_EXPIRED'],
    ['cancelled', 'ORDER_CANCELLED'],
  ] as const)('%s is closed, not failed', (reason, code) => {
    expect(end(reason).outcome).toEqual({ kind: 'closed', code })
  })

  it('over the limit fails for good', () => {
    expect(end('over_limit').outcome).toEqual({
      kind: 'failed',
      code: 'TOTAL_EXCEEDS_LIMIT',
      recoverable: false,
    })
  })

  it("is told in the API's own words, else in what the customer read", () => {
    expect(end('over_limit', 'Over by 1.00.').message).toBe('Over by 1.00.')
    expect(end('over_limit').message).toBe(enLater.stoppedTitles.over_limit)
    expect(stopEnding({ screen: 'stopped', reason: 'expired', detail: null }, es.later).message).toBe(
      es.later.stoppedTitles.expired,
    )
  })

  it("reaches every code the API's refusals can mean", () => {
    const reached = Object.values(stopEnds).flatMap((one) => ('failed' in one ? [one.failed] : []))
    const elsewhere = ['NETWORK_ERROR', 'INVALID_OPTIONS']
    expect(new Set([...reached, ...elsewhere])).toEqual(new Set(failCodes))
  })
})
