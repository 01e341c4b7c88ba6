import type { Order } from '@backd/contract/order.ts'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { App } from './app.tsx'
import { HOST_TIMEOUT_MS } from './flow/use-flow.ts'
import { loadParts } from './parts/parts.ts'
import type { ApiFault } from './ports/api.ts'
import { createFakePorts } from './testing/ports.ts'
import { createSelectedSession, createSession } from './testing/sessions.ts'

// The parts are fetched in idle time; here they are there from the start.
beforeAll(loadParts)
afterEach(cleanup)

const order = { merchant_order_id: 'JKLMO4321' } as Order
const reply = {
  backd_order_id: 'B',
  merchant_order_id: 'M',
  token: 'tok',
  customer_url: '',
  session: createSession(),
}
const opened = { kind: 'ok', data: reply } as const
const stored = { kind: 'ok', data: createSelectedSession() } as const
const unreachable: ApiFault = { kind: 'unreachable' }
const refused = (code: string, httpStatus: number): ApiFault => ({
  kind: 'refused',
  httpStatus,
  code,
  message: 'Said so.',
  fields: [],
})

/** The modal, with a page around it that has handed over the order. */
async function openModal(script: Parameters<typeof createFakePorts>[0]) {
  const ports = createFakePorts(script)
  render(<App opening={{ boot: { kind: 'modal' }, token: '', surroundings: 'framed' }} ports={ports} />)
  await settle(() => ports.host.handlers?.onOpen(order, 'https://shop.example'))
  return ports
}

/** Does something and lets its effects, and what they bring about, arrive. */
const settle = async (action: () => unknown) => {
  await act(() => void action())
  await act(() => new Promise<void>((resolve) => setTimeout(resolve)))
}

// Preact runs an effect at the next frame or after 35 ms; one that is still due must not meet a closed window.
afterAll(() => new Promise<void>((resolve) => setTimeout(resolve, 50)))

const press = (name: string | RegExp) => settle(() => fireEvent.click(screen.getByRole('button', { name })))
const tick = (role: 'radio' | 'checkbox', name: RegExp) =>
  settle(() => fireEvent.click(screen.getByRole(role, { name })))
const title = () => screen.getByRole('heading', { level: 1 }).textContent

async function goToReview() {
  await tick('radio', /^3 monthly/)
  await press('Continue')
}

async function confirm() {
  await goToReview()
  await tick('checkbox', /^I agree/)
  await press('Confirm terms')
}

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
        type: 'checkout:completed',
        backd_order_id: 'BO-20261121-7K3M9QX2',
        merchant_order_id: 'JKLMO4321',
      },
    ])
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
  ])('is closed by %s', async (_, close) => {
    const ports = await openModal({ createOrder: [opened] })
    await settle(() => close(ports))
    expect(ports.host.heard).toEqual([
      {
        type: 'checkout:closed',
        code: 'CUSTOMER_CLOSED',
        message: 'You closed the checkout before choosing payment terms.',
      },
    ])
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
      { type: 'checkout:failed', code: 'TOTAL_EXCEEDS_LIMIT', message: 'Said so.', recoverable: false },
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
    expect(screen.getByRole('status').textContent).toContain('have moved on')
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
    expect(host.heard).toMatchObject([{ type: 'checkout:completed' }])
  })

  it('says so when the page never hands over an order', async () => {
    const ports = createFakePorts()
    render(<App opening={{ boot: { kind: 'modal' }, token: '', surroundings: 'framed' }} ports={ports} />)
    expect(title()).toBe('Loading your order')
    await settle(() => ports.clock.pass(HOST_TIMEOUT_MS))
    expect(title()).toBe('The shop has not sent your order')
  })
})
