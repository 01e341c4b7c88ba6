import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { HandoverForm, StateOf } from '../../flow/state.ts'
import type { ApiFault } from '../../ports/api.ts'
import { createFakePorts } from '../../testing/ports.ts'
import { createApproval, createApproverSession, createSession } from '../../testing/sessions.ts'
import { HandoverScreen } from './handover-screen.tsx'
import { emptyForm } from './rules.ts'

afterEach(cleanup)

const settle = (action: () => void = () => {}) =>
  act(async () => {
    action()
    await new Promise((resolve) => setTimeout(resolve))
  })

const session = createSession()
const asked = createSession({ approval: createApproval() })
const visit = { token: 't', session }
const terms: StateOf<'terms'> = { screen: 'terms', visit, choice: { kind: 'none' }, notice: 'none' }
const refused = (code: string, httpStatus = 422, ...paths: string[]): ApiFault => ({
  kind: 'refused',
  httpStatus,
  code,
  message: 'Said so.',
  fields: paths.map((path) => ({ path, message: 'Said so.' })),
})
const unreachable = { kind: 'unreachable' } as const

type Answers = Parameters<typeof createFakePorts>[0]

function show(
  script: Answers = {},
  change: Partial<HandoverForm> = {},
  state: StateOf<'handover'> = { screen: 'handover', visit, from: terms },
) {
  const ports = createFakePorts(script)
  const send = vi.fn()
  render(
    <HandoverScreen
      state={{ ...state, form: { ...emptyForm, ...change } }}
      ports={ports}
      send={send}
      onLeave={vi.fn()}
    />,
  )
  return { ...ports, send }
}

const email = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Your colleague’s work email' })
const note = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /optional/ })
/** Presses, and waits for what the API answers. */
const press = async (name: string) => {
  await settle(() => fireEvent.click(screen.getByRole('button', { name })))
  await settle()
}
const type = (field: HTMLElement, value: string) =>
  settle(() => fireEvent.input(field, { target: { value } }))
/** What a field is said to be, beside its name. */
const describedBy = (field: HTMLElement) =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ')

describe('asking a colleague', () => {
  it('takes the focus to its heading, and says what happens next', async () => {
    show()
    expect(document.activeElement).toBe(
      screen.getByRole('heading', { level: 1, name: 'Ask a colleague to approve' }),
    )
    expect(screen.getByText(/They have 7 days/)).toBeTruthy()
    expect(email().required).toBe(true)
    expect(email().type).toBe('email')
  })

  it('sends the address and the note without the spaces around them', async () => {
    const { api, send } = show({ askColleague: [{ kind: 'ok', data: asked }] })
    await type(email(), ' mary@acme.example ')
    await type(note(), ' Could you?\n')
    await press('Send request')
    expect(api.asked).toEqual([
      ['askColleague', 't', { approver_email: 'mary@acme.example', note: 'Could you?' }],
    ])
    expect(send).toHaveBeenCalledWith({ type: 'session_opened', visit: { token: 't', session: asked } })
  })

  it('sends no note where there is none', async () => {
    const { api } = show()
    await type(email(), 'mary@acme.example')
    await press('Send request')
    expect(api.asked).toEqual([['askColleague', 't', { approver_email: 'mary@acme.example', note: null }]])
  })

  it.each([
    ['', 'Please enter your colleague’s work email.'],
    ['mary', 'Please enter a whole address, such as name@company.com.'],
    ['mary@acme', 'Please enter a whole address, such as name@company.com.'],
  ])('says at the field what is wrong with %j, and asks nobody', async (value, words) => {
    const { api } = show()
    await type(email(), value)
    await press('Send request')
    expect(describedBy(email())).toBe(words)
    expect(email().getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(email())
    expect(screen.getAllByText(words)).toHaveLength(2)
    expect(api.asked).toEqual([])
  })

  it.each([
    ['approver_is_buyer', 422, 'This is the buyer’s address. Please enter a colleague’s.'],
    ['email_undeliverable', 422, 'Mail to this address came back. Please check it.'],
    ['invalid_request', 400, 'Please enter a whole address, such as name@company.com.'],
  ])('tells %s at the field, and keeps what was typed', async (code, status, words) => {
    const paths = code === 'invalid_request' ? ['approver_email'] : []
    show({ askColleague: [refused(code, status, ...paths)] })
    await type(email(), 'mary@acme.example')
    await type(note(), 'Could you?')
    await press('Send request')
    expect(describedBy(email())).toBe(words)
    expect([email().value, note().value]).toEqual(['mary@acme.example', 'Could you?'])
  })

  it.each<[ApiFault, RegExp]>([
    [unreachable, /We could not reach BackdPay/],
    [refused('too_many_requests', 429), /too many requests/],
    [{ ...refused('too_many_requests', 429), retryAfterS: 3300 } as ApiFault, /try again in 55 minutes/],
    [{ ...refused('too_many_requests', 429), retryAfterS: 20 } as ApiFault, /try again in a minute/],
    [refused('internal_error', 500), /Something went wrong/],
    [refused('invalid_request', 400, 'note'), /Something went wrong/],
    [refused('approvals_used_up', 409), /asked five times/],
  ])('tells what no field could mend: %j', async (answer, words) => {
    show({ askColleague: [answer] })
    await type(email(), 'mary@acme.example')
    await press('Send request')
    expect(screen.getAllByText(words)).toHaveLength(2)
    expect(email().value).toBe('mary@acme.example')
    expect(screen.getByRole('button', { name: 'Send request' })).toBeTruthy()
  })

  it('reads the order when somebody was asked meanwhile', async () => {
    const { api, send } = show({
      askColleague: [refused('approval_pending', 409)],
      readSession: [{ kind: 'ok', data: asked }],
    })
    await type(email(), 'mary@acme.example')
    await press('Send request')
    expect(api.asked.at(-1)).toEqual(['readSession', 't'])
    expect(send).toHaveBeenCalledWith({ type: 'session_opened', visit: { token: 't', session: asked } })
  })

  it('keeps what was typed until it is sent, whatever screen is looked at meanwhile', async () => {
    const ports = createFakePorts({ askColleague: [{ kind: 'ok', data: asked }] })
    const state: StateOf<'handover'> = { screen: 'handover', visit: { token: 'draft', session }, from: terms }
    const open = () =>
      render(<HandoverScreen state={state} ports={ports} send={vi.fn()} onLeave={vi.fn()} />).unmount
    const close = open()
    await type(email(), 'mary')
    await type(note(), 'Could you?')
    await press('Send request')
    close()
    const closeAgain = open()
    expect([email().value, note().value]).toEqual(['mary', 'Could you?'])
    expect(email().getAttribute('aria-invalid')).toBeNull()
    await type(email(), 'mary@acme.example')
    await press('Send request')
    closeAgain()
    open()
    expect([email().value, note().value]).toEqual(['', ''])
  })

  it('is sent once, however often it is pressed, and Back waits', async () => {
    const { api, send } = show({}, { email: 'mary@acme.example' })
    await press('Send request')
    await press('Sending…')
    await press('Back')
    expect(api.asked).toHaveLength(1)
    expect(send.mock.calls).toEqual([[{ type: 'sending' }]])
  })

  it('tells the flow when nothing came of it', async () => {
    const { send } = show({ askColleague: [unreachable] }, { email: 'mary@acme.example' })
    await press('Send request')
    expect(send.mock.calls).toEqual([[{ type: 'sending' }], [{ type: 'sent', isKnown: false }]])
  })

  it.each([
    ['asked nevertheless', asked, ['session_opened', { type: 'sent', isKnown: true }]],
    ['nobody knows', null, ['open_failed', { type: 'sent', isKnown: false }]],
  ])('whose customer leaves reads the order when no answer came; %s', async (_, data, events) => {
    const readSession = [data ? ({ kind: 'ok', data } as const) : unreachable]
    const leaving: StateOf<'handover'> = { screen: 'handover', visit, from: terms, afterwards: 'leave' }
    const { send } = show(
      { askColleague: [unreachable], readSession },
      { email: 'mary@acme.example' },
      leaving,
    )
    await press('Send request')
    const told = send.mock.calls.map(([event]) => (event.type === 'sent' ? event : event.type))
    expect(told).toEqual(['sending', ...events])
  })

  it('drops a field’s error as soon as it is typed into, where the focus stays', async () => {
    show({}, { email: 'mary', note: 'x'.repeat(512) })
    await press('Send request')
    expect(document.activeElement).toBe(email())
    await type(note(), 'x')
    expect([email(), note()].map((field) => field.getAttribute('aria-invalid'))).toEqual(['true', null])
    expect(describedBy(note())).toBe('499 characters left')
    note().focus()
    await type(email(), 'mary@')
    expect(email().getAttribute('aria-invalid')).toBeNull()
    expect(screen.queryByText(/Please enter a whole address/, { selector: '.field-error' })).toBeNull()
    expect(document.activeElement).toBe(note())
    await press('Send request')
    expect(describedBy(email())).toMatch(/^Please enter a whole address/)
    expect(document.activeElement).toBe(email())
  })

  it('says so when sending takes long', async () => {
    const { clock } = show({}, { email: 'mary@acme.example' })
    await press('Send request')
    await settle(() => clock.pass(4000))
    expect(screen.getByText(/takes longer than usual/)).toBeTruthy()
  })

  it('counts what is left, tells it in a pause near the end, and cuts nothing off', async () => {
    const { clock, api } = show({}, { email: 'mary@acme.example' })
    await type(note(), 'x'.repeat(100))
    await settle(() => clock.pass(1000))
    expect(screen.getAllByText('400 characters left')).toHaveLength(1)
    await type(note(), 'x'.repeat(480))
    expect(screen.getAllByText('20 characters left')).toHaveLength(1)
    await settle(() => clock.pass(1000))
    expect(screen.getAllByText('20 characters left')).toHaveLength(2)
    await type(note(), 'x'.repeat(512))
    expect(note().value).toHaveLength(512)
    expect(screen.getByText('12 characters too many')).toBeTruthy()
    await press('Send request')
    expect(describedBy(note())).toContain('Please shorten this to 500 characters.')
    expect(document.activeElement).toBe(note())
    expect(api.asked).toEqual([])
  })
})

describe('declining', () => {
  const approver = { token: 't', session: createApproverSession() }
  const declining: StateOf<'handover'> = {
    screen: 'handover',
    visit: approver,
    from: { ...terms, visit: approver },
  }

  it('needs no reason', async () => {
    const { api } = show({}, {}, declining)
    expect(screen.queryByRole('textbox', { name: /email/ })).toBeNull()
    await press('Decline')
    expect(api.asked).toEqual([['decline', 't', { reason: null }]])
  })

  it('passes the reason on, and tells the flow', async () => {
    const data = createApproverSession({ approval: createApproval({ state: 'declined' }) })
    const { api, send } = show({ decline: [{ kind: 'ok', data }] }, {}, declining)
    await type(note(), 'Not in this quarter.')
    await press('Decline')
    expect(api.asked).toEqual([['decline', 't', { reason: 'Not in this quarter.' }]])
    expect(send).toHaveBeenCalledWith({ type: 'session_opened', visit: { token: 't', session: data } })
  })

  it('of a request that was taken back tells the flow that it was', async () => {
    const gone = refused('approval_withdrawn', 410)
    const { send } = show({ decline: [gone], readSession: [gone] }, {}, declining)
    await press('Decline')
    expect(send).toHaveBeenCalledWith({ type: 'open_failed', fault: gone })
  })
})
