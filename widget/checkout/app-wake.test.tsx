import { fireEvent, screen } from '@testing-library/preact'
import { beforeAll, describe, expect, it } from 'vitest'
import { openModal, press, reply, settle, title } from '../testing/app.tsx'
import { handoverPart } from './parts/parts.ts'
import type { createFakePorts } from './testing/ports.ts'
import { createApproval, createSession, createUnverifiedSession } from './testing/sessions.ts'

beforeAll(async () => void (await handoverPart.load()))

type Script = NonNullable<Parameters<typeof createFakePorts>[0]>

const ok = <Data,>(data: Data) => ({ kind: 'ok', data }) as const
const opening = (session: ReturnType<typeof createSession>) => ok({ ...reply, session })
const pending = createSession({ approval: createApproval() })
const withdrawn = createSession({ approval: createApproval({ state: 'withdrawn' }) })

describe('an order that is read again when the customer comes back, but answers after the flow has gone on', () => {
  /** The read is under way while the test goes on; `answer` answers it as the order was. */
  async function comeBack(script: Script, was: ReturnType<typeof createSession>) {
    const reading = Promise.withResolvers<ReturnType<typeof ok<typeof was>>>()
    const ports = await openModal({ createOrder: [opening(was)], readSession: [reading.promise], ...script })
    await settle(() => ports.wake.comeBack())
    expect(ports.api.asked.at(-1)?.[0]).toBe('readSession')
    return { ...ports, answer: () => settle(() => reading.resolve(ok(was))) }
  }

  it('does not ask anew for a code that was accepted', async () => {
    const { answer } = await comeBack({ verifyCode: [ok(createSession())] }, createUnverifiedSession())
    await settle(() => fireEvent.input(screen.getByRole('textbox'), { target: { value: '123456' } }))
    await press('Verify')
    expect(title()).toBe('Choose your payment terms')
    await answer()
    expect(title()).toBe('Choose your payment terms')
  })

  it('does not take a customer who has asked a colleague back to the terms', async () => {
    const { answer, api, clock } = await comeBack({ askColleague: [ok(pending)] }, createSession())
    await press('Ask a colleague to approve')
    await settle(() =>
      fireEvent.input(screen.getByRole('textbox', { name: /work email/ }), {
        target: { value: 'mary@acme.example' },
      }),
    )
    await press('Send request')
    expect(title()).toBe('Waiting for mary@acme.example')
    await answer()
    expect(title()).toBe('Waiting for mary@acme.example')
    const before = api.asked.length
    await settle(() => clock.pass(2000))
    expect(api.asked).toHaveLength(before + 1)
  })

  it('does not bring back a request that was taken back', async () => {
    const { answer } = await comeBack({ withdraw: [ok(withdrawn)] }, pending)
    await press('Take the request back')
    expect(title()).toBe('Choose your payment terms')
    await answer()
    expect(title()).toBe('Choose your payment terms')
  })

  it('is still heard where a plan was only chosen meanwhile', async () => {
    const changed = createSession({ status: 'order_cancelled' })
    const reading = Promise.withResolvers<ReturnType<typeof ok<typeof changed>>>()
    const { wake } = await openModal({
      createOrder: [opening(createSession())],
      readSession: [reading.promise],
    })
    await settle(() => wake.comeBack())
    await settle(() => fireEvent.click(screen.getByRole('radio', { name: /^3 monthly/ })))
    await settle(() => reading.resolve(ok(changed)))
    expect(title()).not.toBe('Choose your payment terms')
  })
})
