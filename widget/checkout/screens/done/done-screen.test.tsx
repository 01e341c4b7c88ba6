import { createSessionOffer } from '@backd/contract/apr.ts'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { StateOf } from '../../flow/state.ts'
import { createFakeClock } from '../../testing/ports.ts'
import { createSelectedSession, monthly3, STARTS_ON } from '../../testing/sessions.ts'
import { DoneScreen } from './done-screen.tsx'
import { RETURN_AFTER_SECONDS } from './return-to-merchant.tsx'

afterEach(cleanup)

function show(
  finished: StateOf<'done'>['finished'] = 'now',
  way: 'somewhere' | 'nowhere' = 'somewhere',
  session = createSelectedSession(),
) {
  const clock = createFakeClock()
  const onLeave = vi.fn()
  render(
    <DoneScreen
      state={{ screen: 'done', session, selected: session.selected as never, finished }}
      clock={clock}
      onLeave={way === 'somewhere' ? onLeave : undefined}
      progress="ready"
    />,
  )
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) await act(() => clock.pass(1000))
  }
  return { onLeave, pass }
}

describe('done', () => {
  it.each([
    ['sent', 'We sent a confirmation to j•••@acme.example.'],
    ['sending', 'A confirmation should reach j•••@acme.example soon.'],
    [
      'failed',
      'We could not send a confirmation to j•••@acme.example. Please keep the dates from this page.',
    ],
  ] as const)('says of a confirmation that is %s: %s', (state, sentence) => {
    const confirmation = { state, email: 'j•••@acme.example' }
    show('now', 'somewhere', { ...createSelectedSession(), confirmation })
    expect(screen.getByText(sentence)).toBeTruthy()
  })

  it('says nothing of a confirmation where no address is known', () => {
    show('now', 'somewhere', { ...createSelectedSession(), confirmation: null })
    expect(screen.queryByText(/a confirmation/i)).toBeNull()
  })

  it('says what was agreed and when the first payment falls due', () => {
    show()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your payment terms are confirmed')
    expect(screen.getByText('due on Mon, Dec 21, 2026')).toBeTruthy()
    expect(screen.getByText('3 monthly payments')).toBeTruthy()
    expect(screen.getByText('$10,250.00')).toBeTruthy()
    expect(screen.getByText('BO-20261121-7K3M9QX2')).toBeTruthy()
  })

  it('sets the merchant’s name apart, which may be read from right to left', () => {
    show('now', 'somewhere', { ...createSelectedSession(), merchant_name: 'مكتب 24!' })
    expect(screen.getByText('can now complete your order.').querySelector('bdi')?.textContent).toBe(
      'مكتب 24!',
    )
    const button = screen.getByRole('button', { name: 'Return to مكتب 24!' })
    expect(button.querySelector('bdi')?.textContent).toBe('مكتب 24!')
  })

  it('says when terms were confirmed earlier', () => {
    show('earlier')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('already confirmed')
    expect(screen.getByText(/confirmed them on Nov 21, 2026/)).toBeTruthy()
  })

  it('says what is to be paid now when the shop has changed the order since', () => {
    const session = createSelectedSession()
    const schedule = createSessionOffer(monthly3, 900_000, STARTS_ON)
    show('earlier', 'somewhere', { ...session, selected: { ...session.selected, schedule } as never })
    expect(document.body.textContent).toContain(
      'Northwind has changed the order since you agreed to pay $10,250.00.',
    )
    expect(screen.getByText('$9,225.00')).toBeTruthy()
    expect(screen.getByText('$3,075.00')).toBeTruthy()
  })

  it('speaks of no change when there is none', () => {
    show('earlier')
    expect(screen.queryByText(/has changed the order/)).toBeNull()
  })

  it('returns at once by its button', () => {
    const { onLeave } = show()
    fireEvent.click(screen.getByRole('button', { name: 'Return to Northwind' }))
    expect(onLeave).toHaveBeenCalledTimes(1)
  })

  it('returns by itself after a few seconds, once', async () => {
    const { onLeave, pass } = show()
    await pass(RETURN_AFTER_SECONDS - 1)
    expect(onLeave).not.toHaveBeenCalled()
    expect(screen.getByText('Returning in 1 second')).toBeTruthy()
    await pass(5)
    expect(onLeave).toHaveBeenCalledTimes(1)
  })

  it('stays when asked to', async () => {
    const { onLeave, pass } = show()
    fireEvent.click(screen.getByRole('button', { name: 'Stay on this page' }))
    await pass(RETURN_AFTER_SECONDS + 1)
    expect(onLeave).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(screen.getByText('You can return whenever you are ready.'))
  })

  it('waits while nobody looks at it', async () => {
    const { onLeave, pass } = show()
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    await pass(60)
    expect(onLeave).not.toHaveBeenCalled()
    hidden.mockRestore()
    await pass(RETURN_AFTER_SECONDS)
    expect(onLeave).toHaveBeenCalledTimes(1)
  })

  it('offers no way back where there is none', () => {
    show('now', 'nowhere')
    expect(screen.queryByRole('button', { name: /^Return/ })).toBeNull()
    expect(screen.getByText('You can close this page now.')).toBeTruthy()
  })
})
