/** The whole checkout, with a world around it that answers as it is told. */

import type { Order } from '@backd/contract/order.ts'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { App } from '../checkout/app.tsx'
import { loadParts } from '../checkout/parts/parts.ts'
import type { ApiFault } from '../checkout/ports/api.ts'
import { createFakePorts } from '../checkout/testing/ports.ts'
import { createSelectedSession, createSession } from '../checkout/testing/sessions.ts'

// The parts are fetched in idle time; here they are there from the start.
beforeAll(loadParts)
// jsdom has no modal dialogs.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
})
afterEach(cleanup)

export const order = { merchant_order_id: 'JKLMO4321' } as Order
export const reply = {
  backd_order_id: 'B',
  merchant_order_id: 'M',
  token: 'tok',
  customer_url: null,
  session: createSession(),
}
export const opened = { kind: 'ok', data: reply } as const
export const stored = { kind: 'ok', data: createSelectedSession() } as const
export const unreachable: ApiFault = { kind: 'unreachable' }
export const refused = (code: string, httpStatus: number): ApiFault => ({
  kind: 'refused',
  httpStatus,
  code,
  message: 'Said so.',
  fields: [],
})

/** The modal, with a page around it that has handed over the order. */
export async function openModal(script: Parameters<typeof createFakePorts>[0]) {
  const ports = createFakePorts(script)
  render(<App opening={{ boot: { kind: 'modal' }, token: '', surroundings: 'framed' }} ports={ports} />)
  await settle(() =>
    ports.host.handlers?.onOpen({ kind: 'order', order, pageOrigin: 'https://shop.example', wishes: {} }),
  )
  return ports
}

/** Does something and lets its effects, and what they bring about, arrive. */
export const settle = async (action: () => unknown) => {
  await act(() => void action())
  await act(() => new Promise<void>((resolve) => setTimeout(resolve)))
}

// Preact runs an effect at the next frame or after 35 ms; one that is still due must not meet a closed window.
afterAll(() => new Promise<void>((resolve) => setTimeout(resolve, 50)))

export const press = (name: string | RegExp) =>
  settle(() => fireEvent.click(screen.getByRole('button', { name })))
export const tick = (role: 'radio' | 'checkbox', name: RegExp) =>
  settle(() => fireEvent.click(screen.getByRole(role, { name })))
export const title = () => screen.getByRole('heading', { level: 1 }).textContent

export async function goToReview() {
  await tick('radio', /^3 monthly/)
  await press('Continue')
}

export async function confirm() {
  await goToReview()
  await tick('checkbox', /^I agree/)
  await press('Confirm terms')
}
