import type { CheckoutBoot } from '@backd/contract/session.ts'
import { describe, expect, it, vi } from 'vitest'
import { createFakeHost } from '../testing/ports.ts'
import { createSession } from '../testing/sessions.ts'
import { createModalExit, createPageExit } from './exit.ts'
import { noHost } from './host.ts'

const completed = { kind: 'completed', backd_order_id: 'B', merchant_order_id: 'M' } as const
const closed = { kind: 'closed', code: 'CUSTOMER_CLOSED' } as const
const failed = { kind: 'failed', code: 'NETWORK_ERROR', recoverable: true } as const

describe('leaving the modal', () => {
  it.each([
    [completed, { type: 'onSuccess', backd_order_id: 'B', merchant_order_id: 'M' }],
    [closed, { type: 'onClose', code: 'CUSTOMER_CLOSED', message: 'Why.' }],
    [failed, { type: 'onFail', code: 'NETWORK_ERROR', recoverable: true, message: 'Why.' }],
  ])('posts one terminal message: $kind', (outcome, message) => {
    const host = createFakeHost()
    createModalExit(host).leave(outcome, 'Why.')
    expect(host.heard).toEqual([message])
  })

  it('leads nowhere when nobody is around it', () => {
    expect(createModalExit(noHost).leads).toEqual({ success: 'nowhere', close: 'nowhere' })
  })
})

describe('leaving the page', () => {
  const leave = (boot: CheckoutBoot) => {
    const navigate = vi.fn()
    return { exit: createPageExit(boot, navigate), navigate }
  }
  const page = (urls: { success: string; close: string } | null): CheckoutBoot => ({
    kind: 'page',
    session: createSession({ return_urls: urls && { ...urls, backd_signature: null } }),
  })
  const urls = { success: 'https://shop.example/ok?cart=42#top', close: 'https://shop.example/cart' }

  it('goes to the success URL with both ids', () => {
    const { exit, navigate } = leave(page(urls))
    exit.leave(completed, '')
    expect(navigate.mock.calls).toEqual([
      ['https://shop.example/ok?cart=42&backd_order_id=B&merchant_order_id=M#top'],
    ])
  })

  it('takes the signature of who has finished along, in place of an older one', () => {
    const { exit, navigate } = leave(
      page({ ...urls, success: 'https://shop.example/ok?backd_signature=0.old' }),
    )
    exit.leave({ ...completed, backd_signature: '1793030400.ab12' }, '')
    expect(navigate.mock.calls).toEqual([
      ['https://shop.example/ok?backd_order_id=B&merchant_order_id=M&backd_signature=1793030400.ab12'],
    ])
  })

  it('goes to the close URL with the sentence and the code, closed or failed', () => {
    const { exit, navigate } = leave(page(urls))
    exit.leave(closed, 'Why not.')
    exit.leave(failed, 'No.')
    expect(navigate.mock.calls).toEqual([
      ['https://shop.example/cart?message=Why+not.&code=CUSTOMER_CLOSED'],
      ['https://shop.example/cart?message=No.&code=NETWORK_ERROR'],
    ])
  })

  it('takes a dead link back to the shop that it names', () => {
    const { exit, navigate } = leave({
      kind: 'dead_link',
      code: 'checkout_expired',
      message: '',
      close_url: 'https://shop.example/cart',
    })
    expect(exit.leads).toEqual({ success: 'nowhere', close: 'somewhere' })
    exit.leave({ kind: 'closed', code: 'CHECKOUT_EXPIRED' }, 'Too late.')
    expect(navigate).toHaveBeenCalledWith('https://shop.example/cart?message=Too+late.&code=CHECKOUT_EXPIRED')
  })

  it.each([
    ['no return URLs', null],
    ['URLs nobody may be sent to', { success: 'javascript:alert(1)', close: 'data:text/html,x' }],
  ])('with %s leads nowhere and navigates nowhere', (_, returnUrls) => {
    const { exit, navigate } = leave(page(returnUrls))
    expect(exit.leads).toEqual({ success: 'nowhere', close: 'nowhere' })
    exit.leave(completed, '')
    exit.leave(closed, '')
    expect(navigate).not.toHaveBeenCalled()
  })
})
