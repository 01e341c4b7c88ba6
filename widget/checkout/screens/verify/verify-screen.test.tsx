import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StateOf } from '../../flow/state.ts'
import { en } from '../../i18n/en.ts'
import type { ApiFault } from '../../ports/api.ts'
import { createFakeClock } from '../../testing/ports.ts'
import { createUnverifiedSession } from '../../testing/sessions.ts'
import { VerifyScreen } from './verify-screen.tsx'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T16:00:03.000Z') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const session = createUnverifiedSession()
const verify: StateOf<'verify'> = {
  screen: 'verify',
  visit: { token: 't', session },
  problem: { kind: 'none' },
  task: null,
}

const refusal = (told: object): ApiFault => ({
  kind: 'refused',
  httpStatus: 422,
  code: '',
  message: '',
  fields: [],
  ...told,
})
const noCode = { token: 't', session: createUnverifiedSession('none') }

function show(change: Partial<StateOf<'verify'>> = {}, onLeave: (() => void) | undefined = vi.fn()) {
  const clock = createFakeClock()
  const handlers = { onVerify: vi.fn(), onSendAgain: vi.fn(), onWrongAddress: vi.fn(), onLeave }
  const draw = (changed: Partial<StateOf<'verify'>>) => (
    <VerifyScreen state={{ ...verify, ...changed }} pace="usual" clock={clock} {...handlers} />
  )
  const { rerender } = render(draw(change))
  return { ...handlers, clock, update: (changed: Partial<StateOf<'verify'>>) => rerender(draw(changed)) }
}

/** Time goes by, on the wall and for timers. */
const pass = (clock: ReturnType<typeof createFakeClock>, ms = 1000) => {
  vi.setSystemTime(Date.now() + ms)
  return act(() => clock.pass(ms))
}
const lead = () => screen.getByText(/six-digit code.* to j•••/)
const announced = () =>
  screen.getAllByRole('status').find(({ className }) => className === 'visually-hidden')?.textContent
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Six-digit code' })
const again = () => screen.getByRole('button', { name: 'Send a new code' })

describe('verifying', () => {
  it('says where the code went, masked, and takes the focus to its heading', () => {
    show()
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Verify it is you' }))
    expect(lead().textContent).toContain('We sent a six-digit code to j•••@acme.example.')
    expect(screen.getByText('Step 1 of 3')).toBeTruthy()
  })

  it('says that the code is on its way before it was sent', () => {
    show({ visit: noCode, task: { kind: 'send_code', visit: noCode } })
    expect(lead().textContent).toContain('Sending a six-digit code to j•••@acme.example.')
  })

  it('says so when another one is on its way', () => {
    show({ task: { kind: 'send_code', visit: verify.visit } })
    expect(lead().textContent).toContain('Sending')
  })

  it('does not say that one is on its way when none is', () => {
    show({ visit: noCode, problem: { kind: 'undeliverable' } })
    expect(lead().textContent).toBe(
      'To see your payment terms you need a six-digit code, sent to j•••@acme.example.',
    )
  })

  it('explains why, in another browser', () => {
    show({ visit: { token: 't', session: createUnverifiedSession('sent', 'other_browser') } })
    expect(screen.getByText(/opened in another browser/)).toBeTruthy()
  })

  it('has a field that phones fill in and that shows digits', () => {
    show()
    expect(field().autocomplete).toBe('one-time-code')
    expect(field().inputMode).toBe('numeric')
    expect(field().maxLength).toBeGreaterThanOrEqual('123 456 '.length)
  })

  it.each<[string, () => void]>([
    ['Verify', () => fireEvent.click(screen.getByRole('button', { name: 'Verify' }))],
    ['Enter', () => fireEvent.submit(field().form as HTMLFormElement)],
  ])('passes on what was typed by %s', (_, submit) => {
    const { onVerify } = show()
    fireEvent.input(field(), { target: { value: '123 456' } })
    submit()
    expect(onVerify).toHaveBeenCalledWith('123 456')
  })

  it.each(Object.entries(en.verify.problems))('tells at the field: %s', (kind, words) => {
    const { update } = show()
    update({ problem: { kind: kind as keyof typeof en.verify.problems } })
    const error = screen.getByText(words, { ignore: '.visually-hidden' })
    expect(announced()).toBe(words)
    expect(field().getAttribute('aria-describedby')).toBe(error.id)
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field())
  })

  it('drops the error as soon as another code is typed, where the focus stays, and tells it again', () => {
    const { update } = show()
    update({ problem: { kind: 'wrong' } })
    screen.getByRole('button', { name: 'Verify' }).focus()
    fireEvent.input(field(), { target: { value: '1' } })
    expect(screen.queryByText(en.verify.problems.wrong, { selector: '.field-error' })).toBeNull()
    expect([field().getAttribute('aria-invalid'), field().getAttribute('aria-describedby')]).toEqual([
      null,
      null,
    ])
    expect(document.activeElement).not.toBe(field())
    update({ problem: { kind: 'wrong' } })
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field())
  })

  it.each<[number, string]>([
    [2, 'This is not the code that we sent. Please check it. You can try 2 more times.'],
    [1, 'This is not the code that we sent. Please check it. You can try 1 more time.'],
    [0, 'This code can no longer be used. Please send a new one.'],
  ])('tells how many tries are left: %i', (left, words) => {
    const field = { path: 'code', message: 'is not the code that was sent', tries_left: left }
    show({ problem: { kind: 'wrong', fault: refusal({ fields: [field] }) } })
    expect(announced()).toBe(words)
    expect(lead().textContent).toContain(left ? 'We sent' : 'you need')
  })

  it.each<[number, string]>([
    [3300, 'in 55 minutes.'],
    [20, 'in 1 minute.'],
    [0, 'in an hour.'],
  ])('tells when another code can be sent: %i s', (retryAfterS, words) => {
    show({ problem: { kind: 'too_many', fault: refusal({ retryAfterS }) } })
    expect(announced()).toBe(`Too many codes were sent to this address. Please try again ${words}`)
  })

  it('is busy while a code is checked', () => {
    const { onVerify } = show({ task: { kind: 'check_code', visit: verify.visit, code: '123456' } })
    expect(announced()).toBe('Verifying…')
    const button = screen.getByRole('button', { name: 'Verifying…' })
    fireEvent.click(button)
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(onVerify).not.toHaveBeenCalled()
  })

  it('sends a new code only once the last one has had its time', async () => {
    const { clock, onSendAgain } = show()
    expect(screen.getByText('A new code can be sent in 27 seconds')).toBeTruthy()
    fireEvent.click(again())
    expect(onSendAgain).not.toHaveBeenCalled()
    for (let second = 0; second < 27; second++) await pass(clock)
    expect(screen.queryByText(/can be sent in/)).toBeNull()
    fireEvent.click(again())
    expect(onSendAgain).toHaveBeenCalledTimes(1)
  })

  it('sends no second code while the first is on its way', () => {
    const { onSendAgain, update } = show({ visit: noCode, task: { kind: 'send_code', visit: noCode } })
    expect(again().getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(again())
    expect(onSendAgain).not.toHaveBeenCalled()
    update({ visit: noCode })
    fireEvent.click(again())
    expect(onSendAgain).toHaveBeenCalledTimes(1)
  })

  it('lets the wait go by while the page is hidden, where timers are late', async () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    const { clock } = show()
    await pass(clock, 20_000)
    expect(screen.getByText('A new code can be sent in 7 seconds')).toBeTruthy()
    vi.restoreAllMocks()
  })

  it('waits no longer than the API asked for, however wrong this clock is', () => {
    vi.setSystemTime(new Date('2020-01-01T00:00:00Z'))
    show()
    expect(screen.getByText('A new code can be sent in 30 seconds')).toBeTruthy()
  })

  it('leads back to the shop when the address is wrong, where there is a shop', () => {
    const { onWrongAddress, onLeave } = show()
    fireEvent.click(screen.getByRole('button', { name: 'Back to shop' }))
    expect(onWrongAddress).toHaveBeenCalledTimes(1)
    expect(onLeave).not.toHaveBeenCalled()
  })
})
