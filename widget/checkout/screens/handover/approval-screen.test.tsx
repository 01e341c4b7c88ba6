import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ApiFault } from '../../ports/api.ts'
import { readableSession } from '../../ports/readable.ts'
import { createFakePorts } from '../../testing/ports.ts'
import { createApproval, createApproverSession, createSession } from '../../testing/sessions.ts'
import { HandoverScreen } from './handover-screen.tsx'
import { RequestNotice } from './request-notice.tsx'

afterEach(cleanup)

const settle = (action: () => void = () => {}) =>
  act(async () => {
    action()
    await new Promise((resolve) => setTimeout(resolve))
  })
/** Presses, and waits for what the API answers. */
const press = async (name: string) => {
  await settle(() => fireEvent.click(screen.getByRole('button', { name })))
  await settle()
}
/** Somebody's own words. */
const quote = () => document.querySelector('blockquote')
const title = () => screen.getByRole('heading', { level: 1 }).textContent
const unreachable = { kind: 'unreachable' } as const
const refused = (code: string): ApiFault => ({
  kind: 'refused',
  httpStatus: 409,
  code,
  message: '',
  fields: [],
})
const pending = createSession({ approval: createApproval() })
const withdrawn = createSession({ approval: createApproval({ state: 'withdrawn' }) })
const approved = createSession({ status: 'terms_selected' })

function show(
  session = pending,
  script: Parameters<typeof createFakePorts>[0] = {},
  afterwards?: 'stay' | 'leave',
) {
  const ports = createFakePorts(script)
  const send = vi.fn()
  const onLeave = vi.fn()
  render(
    <HandoverScreen
      state={{ screen: 'approval', visit: { token: 't', session }, afterwards }}
      ports={ports}
      send={send}
      onLeave={onLeave}
    />,
  )
  return { ...ports, send, onLeave }
}

describe('waiting', () => {
  it('says for whom, since when, until when, and shows the note as text', async () => {
    const note = 'Before the fair.\n<img src=x onerror=alert(1)>'
    show(createSession({ approval: createApproval({ note }) }))
    expect(title()).toBe('Waiting for mary@acme.example')
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
    expect(screen.getByText('Nov 21, 2026')).toBeTruthy()
    expect(screen.getByText('Nov 28, 2026')).toBeTruthy()
    expect(quote()?.textContent).toBe(note)
    expect(document.querySelector('blockquote img')).toBeNull()
  })

  it('lets the address break after its @ and its dots', () => {
    show()
    const breaks = [...document.querySelectorAll('h1 wbr')].map((one) => one.parentElement?.textContent)
    expect(breaks.filter(Boolean)).toEqual(['mary@', 'acme.', 'example'])
  })

  it('asks again after 2 s, and tells the flow what it reads', async () => {
    const { api, clock, send } = show(pending, { readSession: [{ kind: 'ok', data: approved }] })
    await settle(() => clock.pass(1999))
    expect(api.asked).toEqual([])
    await settle(() => clock.pass(1))
    expect(send).toHaveBeenCalledWith({ type: 'session_opened', visit: { token: 't', session: approved } })
  })

  it('asks less often with time, at last every 5 s', async () => {
    const answers = Array.from({ length: 40 }, () => ({ kind: 'ok', data: pending }) as const)
    const { api, clock } = show(pending, { readSession: answers })
    for (let second = 0; second < 60; second++) await settle(() => clock.pass(1000))
    const before = api.asked.length
    for (let second = 0; second < 50; second++) await settle(() => clock.pass(1000))
    expect(api.asked.length - before).toBe(10)
  })

  it('asks at once when the network is back', async () => {
    const { send } = show(pending, { readSession: [{ kind: 'ok', data: approved }] })
    await settle(() => window.dispatchEvent(new Event('online')))
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('asks nothing while nobody sees it, and at once when somebody does', async () => {
    const { api, clock } = show(pending, { readSession: [{ kind: 'ok', data: pending }] })
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    await settle(() => clock.pass(60_000))
    await settle(() => document.dispatchEvent(new Event('visibilitychange')))
    expect(api.asked).toEqual([])
    hidden.mockReturnValue(false)
    await settle(() => document.dispatchEvent(new Event('visibilitychange')))
    expect(api.asked).toHaveLength(1)
    await settle(() => clock.pass(2249))
    expect(api.asked).toHaveLength(1)
    await settle(() => clock.pass(1))
    expect(api.asked).toHaveLength(2)
    hidden.mockRestore()
  })

  it('goes on when the network fails, and says so from the second time on', async () => {
    const { clock } = show(pending, {
      readSession: [unreachable, unreachable, { kind: 'ok', data: pending }],
    })
    await settle(() => clock.pass(5000))
    expect(screen.queryByText(/cannot be reached/)).toBeNull()
    await settle(() => clock.pass(5000))
    expect(screen.getByRole('status').textContent).toMatch(/cannot be reached/)
    await settle(() => clock.pass(5000))
    expect(screen.queryByText(/cannot be reached/)).toBeNull()
  })

  it('takes the request back once, however often it is pressed, and does not ask in between', async () => {
    const { api, clock } = show()
    await press('Take the request back')
    await press('Taking it back…')
    await settle(() => clock.pass(10_000))
    expect(api.asked).toEqual([['withdraw', 't']])
  })

  it('tells the flow that it is taken back', async () => {
    const { send } = show(pending, { withdraw: [{ kind: 'ok', data: withdrawn }] })
    await press('Take the request back')
    expect(send).toHaveBeenCalledWith({ type: 'session_opened', visit: { token: 't', session: withdrawn } })
  })

  it('completes when the colleague approved in that moment', async () => {
    const { send } = show(pending, {
      withdraw: [refused('approval_not_pending')],
      readSession: [{ kind: 'ok', data: approved }],
    })
    await press('Take the request back')
    expect(send).toHaveBeenCalledWith({ type: 'session_opened', visit: { token: 't', session: approved } })
  })

  it('can be taken back again when the network failed', async () => {
    const { send } = show(pending, { withdraw: [unreachable], readSession: [unreachable] })
    await press('Take the request back')
    expect(screen.getByRole('status').textContent).toMatch(/cannot be reached/)
    expect(screen.getByRole('button', { name: 'Take the request back' })).toBeTruthy()
    expect(send.mock.calls.map(([{ type }]) => type)).toEqual(['sending', 'open_failed', 'sent'])
  })

  it('says what a customer who leaves while it is taken back waits for, however slow it is', async () => {
    const { clock } = show(pending, {}, 'leave')
    await press('Take the request back')
    await settle(() => clock.pass(4000))
    expect(screen.getByRole('status').textContent).toBe(
      'This is being saved. The checkout closes right after.',
    )
  })

  it('leads back to the shop', async () => {
    const { onLeave } = show()
    await press('Back to shop')
    expect(onLeave).toHaveBeenCalledTimes(1)
  })
})

describe('how it ended', () => {
  it('declined: with the reason, and three ways on', async () => {
    const reason = 'Not in this quarter.'
    const { send, onLeave } = show(createSession({ approval: createApproval({ state: 'declined', reason }) }))
    expect(title()).toBe('Your colleague declined')
    expect(quote()?.textContent).toBe(reason)
    await press('Choose terms yourself')
    expect(send).toHaveBeenLastCalledWith({ type: 'choose_pressed' })
    await press('Ask somebody else')
    expect(send).toHaveBeenLastCalledWith({ type: 'handover_pressed' })
    await press('Back to shop')
    expect(onLeave).toHaveBeenCalledTimes(1)
  })

  it('declined without a reason', () => {
    show(createSession({ approval: createApproval({ state: 'declined' }) }))
    expect(quote()).toBeNull()
  })

  it('expired: can be asked again', async () => {
    const { send } = show(createSession({ approval: createApproval({ state: 'expired' }) }))
    expect(title()).toBe('Your colleague did not answer in time')
    await press('Ask again')
    expect(send).toHaveBeenCalledWith({ type: 'handover_pressed' })
  })

  it('for the colleague who declined', () => {
    show(createApproverSession({ approval: createApproval({ state: 'declined' }) }))
    expect(title()).toBe('You declined')
    expect(screen.queryByRole('button', { name: 'Choose terms yourself' })).toBeNull()
  })
})

describe('what the colleague reads first', () => {
  const read = (change: Parameters<typeof createApproval>[0]) => {
    const session = readableSession(createApproverSession({ approval: createApproval(change) }))
    render(<RequestNotice session={session} onLeave={undefined} draw={(above) => <main>{above}</main>} />)
  }

  const asks = () => screen.getByText(/asks you to approve/).textContent
  const names = () => [...document.querySelectorAll('main bdi')].map((name) => name.textContent)

  it('is who asks, for which shop, their words and until when', () => {
    read({})
    expect(asks()).toMatch(/^Joe Doe \(Acme\) asks you to approve this order from Northwind/)
    expect(names()).toEqual(['Joe Doe (Acme)', 'Northwind'])
    expect(quote()?.textContent).toContain('Could you approve?')
    expect(screen.getByText('You can decide until Nov 28, 2026.')).toBeTruthy()
  })

  it('does without a note', () => {
    read({ note: null })
    expect(quote()).toBeNull()
  })

  it('takes markup and marks of direction for letters', () => {
    read({ requested_by: '\u202E<b>Joe</b>', note: '<script>window.executed = 1</script>\u202E' })
    expect(asks()).toMatch(/^<b>Joe<\/b> asks you/)
    expect(names()[0]).toBe('<b>Joe</b>')
    expect(document.querySelector('main b, main script')).toBeNull()
    expect(quote()?.getAttribute('dir')).toBe('auto')
  })
})
