import type { CheckoutSession } from '@backd/contract/session.ts'
import { fireEvent, render, screen } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import {
  confirm,
  goToReview,
  opened,
  openModal,
  order,
  press,
  refused,
  reply,
  settle,
  stored,
  title,
  unreachable,
} from '../testing/app.tsx'
import { App } from './app.tsx'
import { HOST_TIMEOUT_MS } from './flow/use-flow.ts'
import { SLOW_MS } from './flow/use-slow.ts'
import { createFakePorts } from './testing/ports.ts'
import { createApproval, createSelectedSession, createSession } from './testing/sessions.ts'

describe('the modal', () => {
  it('goes from the order to done, binding exactly what was shown', async () => {
    const { api, host } = await openModal({ createOrder: [opened], selectTerms: [stored] })
    await confirm()
    expect(title()).toBe('Your payment terms are confirmed')
    expect(api.asked).toEqual([
      ['createOrder', { order, page_origin: 'https://shop.example' }],
      [
        'selectTerms',
        'tok',
        {
          plan_id: 'monthly-3',
          starts_on: '2026-11-21',
          total_cents: 1_025_000,
          agreement_version: '2026-04',
          agreed: true,
        },
      ],
    ])
    expect(host.heard).toEqual([])
    await press(/^Return to Northwind/)
    expect(host.heard).toEqual([
      {
        type: 'onSuccess',
        backd_order_id: 'BO-20261121-7K3M9QX2',
        merchant_order_id: 'JKLMO4321',
      },
    ])
  })

  it('exchanges the link of a customer_url for its own', async () => {
    const ports = createFakePorts({ createOrder: [{ kind: 'ok', data: { ...reply, token: 'own' } }] })
    render(<App opening={{ boot: { kind: 'modal' }, token: '', surroundings: 'framed' }} ports={ports} />)
    await settle(() =>
      ports.host.handlers?.onOpen({
        kind: 'link',
        token: 'pages',
        pageOrigin: 'https://shop.example',
        wishes: { appearance: null },
      }),
    )
    expect(ports.api.asked).toEqual([
      ['createOrder', { page_origin: 'https://shop.example', appearance: null }, 'pages'],
    ])
    await confirm()
    expect(ports.api.asked.at(-1)).toEqual(['selectTerms', 'own', expect.anything()])
  })

  it('left while a colleague is being asked, tells the merchant how it came out', async () => {
    let answer: (asked: { kind: 'ok'; data: CheckoutSession }) => void = () => {}
    const asking = new Promise<{ kind: 'ok'; data: CheckoutSession }>((resolve) => {
      answer = resolve
    })
    const { host } = await openModal({ createOrder: [opened], askColleague: [asking] })
    await press('Ask a colleague to approve')
    const field = await screen.findByRole('textbox', { name: /work email/ })
    await settle(() => fireEvent.input(field, { target: { value: 'mary@acme.example' } }))
    await press('Send request')
    await press('Close checkout')
    expect(host.heard).toEqual([])
    // For the eye and for the ear, to which it is said once.
    const told = screen.getAllByText('This is being saved. The checkout closes right after.')
    expect(told.map((one) => one.closest('[role="status"]') !== null).sort()).toEqual([false, true])
    await settle(() => answer({ kind: 'ok', data: createSession({ approval: createApproval() }) }))
    await settle(() => {})
    expect(host.heard).toMatchObject([{ type: 'onClose', code: 'APPROVAL_PENDING' }])
  })

  it('tells the merchant once, however often the customer presses', async () => {
    const { host } = await openModal({ createOrder: [opened], selectTerms: [stored] })
    await confirm()
    await press(/^Return to/)
    await press(/^Return to/)
    await press('Close checkout')
    expect(host.heard).toHaveLength(1)
  })

  it('keeps the chosen plan on the way back to the terms', async () => {
    await openModal({ createOrder: [opened] })
    await goToReview()
    await press('Back to terms')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^3 monthly/ }).checked).toBe(true)
  })

  it.each<[string, (ports: ReturnType<typeof createFakePorts>) => unknown]>([
    ['the close button', () => fireEvent.click(screen.getByRole('button', { name: 'Close checkout' }))],
    ['Escape', () => fireEvent.keyDown(document.body, { key: 'Escape' })],
    ["the merchant's page", ({ host }) => host.handlers?.onClose()],
  ])('asks once when %s would close it half-way, and is closed by Leave', async (_, close) => {
    const ports = await openModal({ createOrder: [opened] })
    await settle(() => close(ports))
    expect(screen.getByRole('dialog', { name: 'Leave checkout?' })).toBeTruthy()
    expect(ports.host.heard).toEqual([])
    await press('Leave')
    expect(ports.host.heard).toEqual([
      {
        type: 'onClose',
        code: 'CUSTOMER_CLOSED',
        message: 'You closed the checkout before choosing payment terms.',
      },
    ])
  })

  it.each<[string, (ports: ReturnType<typeof createFakePorts>) => unknown]>([
    ['Stay', () => fireEvent.click(screen.getByRole('button', { name: 'Stay' }))],
    ['Escape', () => fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })],
    [
      'the back gesture',
      () => fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true })),
    ],
    ["the merchant's page asking again", ({ host }) => host.handlers?.onClose()],
  ])('goes on where it was after %s', async (_, stay) => {
    const ports = await openModal({ createOrder: [opened] })
    await goToReview()
    screen.getByRole('checkbox').focus()
    await settle(() => ports.host.handlers?.onClose())
    await settle(() => stay(ports))
    expect(document.activeElement).toBe(screen.getByRole('checkbox'))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(title()).toBe('Review and confirm')
    expect(ports.host.heard).toEqual([])
  })

  it('does not ask where nothing would be lost', async () => {
    const { host } = await openModal({ createOrder: [refused('checkout_expired', 410)] })
    await press('Close checkout')
    expect(host.heard).toMatchObject([{ type: 'onClose', code: 'CHECKOUT_EXPIRED' }])
  })

  it('says that it is still working when a call takes long, also to who does not see it', async () => {
    const { clock } = await openModal({})
    expect(screen.queryByText(/Still working/)).toBeNull()
    await settle(() => clock.pass(SLOW_MS))
    expect(screen.getAllByText('Still working. This takes longer than usual.')).toHaveLength(2)
    expect(screen.getByRole('status').textContent).toContain('Still working')
  })

  it('says so beside the button while it confirms', async () => {
    const { clock } = await openModal({ createOrder: [opened] })
    await confirm()
    await settle(() => clock.pass(SLOW_MS))
    expect(screen.getAllByText(/Still working/)).toHaveLength(2)
    expect(title()).toBe('Review and confirm')
  })

  it('reads the order again when the customer comes back, and shows what has become of it', async () => {
    const { api, wake } = await openModal({
      createOrder: [opened],
      readSession: [{ kind: 'ok', data: createSelectedSession() }],
    })
    await settle(() => wake.comeBack())
    expect(api.asked.at(-1)).toEqual(['readSession', 'tok'])
    expect(title()).toBe('Your payment terms were already confirmed')
  })

  it('tries a failed confirmation again with the same choice', async () => {
    const { api } = await openModal({ createOrder: [opened], selectTerms: [unreachable, stored] })
    await confirm()
    expect(title()).toBe('We could not reach BackdPay')
    await press('Try again')
    expect(title()).toBe('Your payment terms are confirmed')
    const [, first, second] = api.asked
    expect(second).toEqual(first)
  })

  it('tries a failed start again', async () => {
    await openModal({
      createOrder: [refused('unavailable', 503), opened],
    })
    expect(title()).toBe('Something went wrong at BackdPay')
    await press('Try again')
    expect(title()).toBe('Choose your payment terms')
  })

  it('reports a failure only when the customer leaves the screen that explains it', async () => {
    const { host } = await openModal({ createOrder: [refused('total_exceeds_limit', 422)] })
    expect(title()).toBe('This order is above the limit for BackdPay')
    expect(host.heard).toEqual([])
    await press('Back to shop')
    expect(host.heard).toEqual([
      { type: 'onFail', code: 'TOTAL_EXCEEDS_LIMIT', message: 'Said so.', recoverable: false },
    ])
  })

  it('asks to choose again when the terms moved overnight', async () => {
    const moved = createSession({ offers: createSession().offers.slice(0, 1) })
    const { api } = await openModal({
      createOrder: [opened],
      selectTerms: [refused('offer_changed', 409)],
      readSession: [{ kind: 'ok', data: moved }],
    })
    await confirm()
    expect(api.asked.at(-1)).toEqual(['readSession', 'tok'])
    expect(title()).toBe('Choose your payment terms')
    expect(screen.getByRole('status').textContent).toContain('have changed since')
    expect(screen.getByRole<HTMLInputElement>('radio').checked).toBe(false)
  })

  it('closed while confirming waits for the answer, and then reports what is true', async () => {
    const { host, api } = await openModal({ createOrder: [opened] })
    let answer: (value: typeof stored) => void = () => {}
    api.selectTerms = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    await confirm()
    await press('Close checkout')
    expect(screen.getByRole('status').textContent).toContain('closes right after')
    expect(host.heard).toEqual([])
    await settle(() => answer(stored))
    expect(host.heard).toMatchObject([{ type: 'onSuccess' }])
  })

  it('says so when the page never hands over an order', async () => {
    const ports = createFakePorts()
    render(<App opening={{ boot: { kind: 'modal' }, token: '', surroundings: 'framed' }} ports={ports} />)
    // A heading takes the focus, and nobody may be looking yet.
    expect(screen.queryByRole('heading')).toBeNull()
    await settle(() => ports.clock.pass(HOST_TIMEOUT_MS))
    expect(title()).toBe('The shop has not sent your order')
  })
})
