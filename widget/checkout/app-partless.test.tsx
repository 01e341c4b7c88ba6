import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { opened, openModal, press, settle, tick, title } from '../testing/app.tsx'
import { handoverPart, reviewPart } from './parts/parts.ts'

describe('where the file of the next screen does not come', () => {
  beforeEach(() => {
    for (const part of [reviewPart, handoverPart]) {
      vi.spyOn(part, 'loaded').mockReturnValue(undefined)
      vi.spyOn(part, 'load').mockRejectedValue(new Error('offline'))
    }
  })
  afterEach(() => vi.restoreAllMocks())

  const question = () => screen.queryByRole('dialog', { name: 'Leave checkout?' })
  const goTo = {
    async review() {
      await tick('radio', /^3 monthly/)
      await press('Continue')
    },
    handover: () => press('Ask a colleague to approve'),
  }
  const start = async (next: keyof typeof goTo) => {
    const ports = await openModal({ createOrder: [opened] })
    await goTo[next]()
    expect(title()).toBe('We could not reach BackdPay')
    return ports
  }

  it.each(['review', 'handover'] as const)('Back leads from the %s to the terms', async (next) => {
    const { host } = await start(next)
    await press('Back')
    expect(title()).toBe('Choose your payment terms')
    expect(host.heard).toEqual([])
  })

  it('the plan is still chosen after Back', async () => {
    await start('review')
    await press('Back')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^3 monthly/ }).checked).toBe(true)
  })

  it.each<[string, 'review' | 'handover', () => unknown]>([
    ['Escape', 'review', () => fireEvent.keyDown(document.body, { key: 'Escape' })],
    ['Escape', 'handover', () => fireEvent.keyDown(document.body, { key: 'Escape' })],
    [
      'the close button',
      'review',
      () => fireEvent.click(screen.getByRole('button', { name: 'Close checkout' })),
    ],
  ])('%s from the %s asks before it leaves, and Stay stays', async (_, next, close) => {
    const { host } = await start(next)
    await settle(close)
    expect(question()).toBeTruthy()
    await press('Stay')
    expect(question()).toBeNull()
    expect(title()).toBe('We could not reach BackdPay')
    expect(host.heard).toEqual([])
    await settle(close)
    await press('Leave')
    expect(host.heard).toMatchObject([{ type: 'onClose', code: 'CUSTOMER_CLOSED' }])
  })
})
