import { type ErrorCode, errorStatus } from '@backd/contract/api/errors.ts'
import { describe, expect, it } from 'vitest'
import type { ApiFault } from '../ports/api.ts'
import { judgeFault } from './refusals.ts'

const refused = (code: string, httpStatus: number = errorStatus[code as ErrorCode] ?? 400): ApiFault => ({
  kind: 'refused',
  httpStatus,
  code,
  message: 'Said so.',
  fields: [],
})

const stop = (reason: string) => ({ kind: 'stop', reason })
const retry = (cause: string) => ({ kind: 'retry', cause })

describe('what a refused order leads to', () => {
  it.each<[string, object]>([
    ['invalid_request', stop('bad_order')],
    ['payload_too_large', stop('bad_order')],
    ['unauthorized', stop('bad_key')],
    ['origin_not_allowed', stop('bad_origin')],
    ['amounts_do_not_add_up', stop('bad_amounts')],
    ['total_exceeds_limit', stop('over_limit')],
    ['duplicate_merchant_order_id', stop('duplicate_order')],
    ['checkout_expired', stop('expired')],
    ['order_cancelled', stop('cancelled')],
    ['too_many_requests', retry('busy')],
    ['request_in_progress', retry('busy')],
    ['unavailable', retry('service')],
    ['internal_error', retry('service')],
    ['a_code_from_the_future', stop('service')],
  ])('%s', (code, consequence) => {
    expect(judgeFault('open_order', refused(code))).toMatchObject(consequence)
  })

  it('an unknown code with a 5xx may pass', () => {
    expect(judgeFault('open_order', refused('bad_gateway', 502))).toEqual(retry('service'))
  })

  it.each<[string, string[], string]>([
    ['the language', ['locale'], 'bad_options'],
    ['the look', ['appearance.accent', 'appearance.radius'], 'bad_options'],
    ['the order as well', ['order.items', 'appearance.accent'], 'bad_order'],
    ['a field that begins like one', ['localeOfBuyer'], 'bad_order'],
  ])('invalid_request for %s', (_title, paths, reason) => {
    const fields = paths.map((path) => ({ path, message: 'must be another' }))
    const fault = { ...refused('invalid_request'), fields } as ApiFault
    expect(judgeFault('open_order', fault)).toMatchObject(stop(reason))
  })

  it('keeps what the API said for whoever integrates', () => {
    expect(judgeFault('open_order', refused('invalid_request'))).toMatchObject({
      detail: { code: 'invalid_request', message: 'Said so.' },
    })
  })
})

describe('what a refused choice leads to', () => {
  it.each<[string, object]>([
    ['offer_changed', { kind: 'reload', notice: 'offer_changed' }],
    ['terms_already_selected', { kind: 'reload', notice: 'none' }],
    ['unauthorized', stop('unknown_link')],
    ['not_found', stop('unknown_link')],
    ['duplicate_merchant_order_id', stop('duplicate_order')],
    ['invalid_request', stop('service')],
  ])('%s', (code, consequence) => {
    expect(judgeFault('select_terms', refused(code))).toMatchObject(consequence)
  })

  it('no answer, and an answer nobody can read, may pass', () => {
    expect(judgeFault('select_terms', { kind: 'unreachable' })).toEqual(retry('network'))
    expect(judgeFault('select_terms', { kind: 'unreadable', httpStatus: 200 })).toEqual(retry('service'))
  })
})
