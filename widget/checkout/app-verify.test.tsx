import { fireEvent, screen } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import { openModal, press, refused, reply, settle, title } from '../testing/app.tsx'
import { DECISION_MS } from './flow/use-flow.ts'
import { createSession, createUnverifiedSession } from './testing/sessions.ts'

describe('a customer who has to verify', () => {
  const unverified = { ...reply, session: createUnverifiedSession('none') }
  const sent = { kind: 'ok', data: createUnverifiedSession() } as const
  const enter = async (code: string) => {
    await settle(() => fireEvent.input(screen.getByRole('textbox'), { target: { value: code } }))
    await press('Verify')
  }

  it('is sent a code by itself, enters it, waits for the decision and sees the terms', async () => {
    const { api, clock } = await openModal({
      createOrder: [{ kind: 'ok', data: unverified }],
      sendCode: [sent],
      verifyCode: [refused('code_wrong', 422), { kind: 'ok', data: createSession({ decision: 'pending' }) }],
      readSession: [{ kind: 'ok', data: createSession() }],
    })
    expect(title()).toBe('Verify it is you')
    expect(api.asked.at(-1)).toEqual(['sendCode', 'tok'])
    await enter('111111')
    expect(screen.getAllByText(/not the code that we sent/)).toHaveLength(2)
    await enter('123 456')
    expect(api.asked.at(-1)).toEqual(['verifyCode', 'tok', '123456'])
    expect(title()).toBe('One moment, please')
    await settle(() => clock.pass(DECISION_MS))
    expect(title()).toBe('Choose your payment terms')
  })

  it('who presses Verify while the code is still being sent is verified as soon as it is there', async () => {
    const sending = Promise.withResolvers<typeof sent>()
    const { api } = await openModal({
      createOrder: [{ kind: 'ok', data: unverified }],
      sendCode: [sending.promise],
      verifyCode: [{ kind: 'ok', data: createSession() }],
    })
    await enter('000000')
    expect(screen.getByRole('button', { name: 'Verifying…' }).getAttribute('aria-disabled')).toBe('true')
    await settle(() => sending.resolve(sent))
    await settle(() => {})
    expect(api.asked.at(-1)).toEqual(['verifyCode', 'tok', '000000'])
    expect(title()).toBe('Choose your payment terms')
  })

  it('whose address takes no mail leaves with a code of its own', async () => {
    const { host } = await openModal({
      createOrder: [{ kind: 'ok', data: unverified }],
      sendCode: [refused('email_undeliverable', 422)],
    })
    expect(screen.getAllByText(/Mail to this address came back/)).toHaveLength(2)
    await press('Back to shop')
    expect(host.heard).toEqual([
      {
        type: 'onClose',
        code: 'EMAIL_UNDELIVERABLE',
        message: 'Mail to your address came back, so BackdPay could not verify you.',
      },
    ])
  })
})
