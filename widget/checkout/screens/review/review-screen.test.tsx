import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StateOf } from '../../flow/state.ts'
import { createApproverSession, createSession, monthly3, net30, offerOf } from '../../testing/sessions.ts'
import { ReviewScreen } from './review-screen.tsx'

const scrollIntoView = vi.fn()

beforeEach(() => {
  scrollIntoView.mockClear()
  // jsdom lays nothing out and has no such method.
  Element.prototype.scrollIntoView = scrollIntoView
})
afterEach(cleanup)

const visit = { token: 't', session: createSession() }
const offer = offerOf(monthly3)
const review: StateOf<'review'> = { screen: 'review', visit, offer, consent: 'open' }
const confirming: StateOf<'confirming'> = {
  screen: 'confirming',
  visit,
  offer,
  task: { kind: 'select', visit, offer },
  afterwards: 'stay',
}

type Shown = StateOf<'review'> | StateOf<'confirming'>

function show(state: Shown = review) {
  const handlers = {
    onConsent: vi.fn(),
    onConfirm: vi.fn(),
    onBack: vi.fn(),
    onHandOver: vi.fn(),
    onLeave: vi.fn(),
  }
  const view = render(<ReviewScreen state={state} {...handlers} />)
  return { ...handlers, update: (next: Shown) => view.rerender(<ReviewScreen state={next} {...handlers} />) }
}

const checkbox = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /^I agree/ })

describe('the review', () => {
  it('lists every payment with its date and amount', () => {
    show()
    const rows = within(screen.getByRole('table', { name: 'Payment schedule' })).getAllByRole('row')
    expect(
      rows.slice(1).map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent),
      ),
    ).toEqual([
      ['1', 'Mon, Dec 21, 2026', '$3,416.67'],
      ['2', 'Thu, Jan 21, 2027', '$3,416.67'],
      ['3', 'Sun, Feb 21, 2027', '$3,416.66'],
    ])
  })

  it('sets a plan’s name apart from the sentence that it stands in, whichever way it is read', () => {
    for (const name of ['תשלום תוך 30 יום!', 'دفعات (3)', '\u202Etxet \u2067never closed']) {
      show({ ...review, offer: { ...offer, name } })
      const lead = screen.getByText('. Nothing is due today.')
      expect(lead.textContent).toBe(`${name}. Nothing is due today.`)
      expect(lead.querySelector('bdi')?.textContent).toBe(name)
      cleanup()
    }
  })

  it('says why payments differ by a cent, only when they do', () => {
    show()
    expect(screen.getByText(/differ by one cent/)).toBeTruthy()
    cleanup()
    show({ ...review, offer: offerOf(net30) })
    expect(screen.queryByText(/differ by one cent/)).toBeNull()
  })

  it('adds up what it costs', () => {
    const { container } = render(
      <ReviewScreen
        state={review}
        onConsent={vi.fn()}
        onConfirm={vi.fn()}
        onBack={vi.fn()}
        onHandOver={vi.fn()}
        onLeave={vi.fn()}
      />,
    )
    expect(container.querySelector('.panel dl')?.textContent).toBe(
      'Order total$10,000.00Fee$250.00APR14.94%Total you pay$10,250.00',
    )
  })

  it('draws each payment where it falls in time', () => {
    const { container } = render(
      <ReviewScreen
        state={review}
        onConsent={vi.fn()}
        onConfirm={vi.fn()}
        onBack={vi.fn()}
        onHandOver={vi.fn()}
        onLeave={vi.fn()}
      />,
    )
    const payments = [...container.querySelectorAll('.timeline-payment')]
    expect(payments.map((payment) => payment.querySelector('title')?.textContent)).toEqual([
      'Dec 21, 2026: $3,416.67',
      'Jan 21, 2027: $3,416.67',
      'Feb 21, 2027: $3,416.66',
    ])
    const places = payments.map((payment) =>
      Number.parseFloat(payment.firstElementChild?.getAttribute('cx') ?? ''),
    )
    expect(places.map(Math.round)).toEqual([33, 66, 100])
  })

  it('says what happens next, in order', () => {
    show()
    const section = screen.getByRole('heading', { name: 'What happens next' }).parentElement as HTMLElement
    expect(
      within(section)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'We send a confirmation with these dates to joe@acme.example.',
      'Northwind completes your order.',
      'Your first payment of $3,416.67 is due on Mon, Dec 21, 2026. Nothing is due before.',
    ])
  })

  it.each([
    ['the colleague: their own address, masked', createApproverSession(), /to m•••@acme\.example\./],
    [
      'the colleague whose address is not known: none',
      createApproverSession({ verification: { state: 'not_needed' } }),
      null,
    ],
    ['a buyer whom nobody named: none', createSession({ buyer: null }), null],
  ])('says where the confirmation goes, to %s', (_, session, words) => {
    show({ ...review, visit: { token: 't', session } })
    const told = screen.queryByText(/^We send a confirmation/)?.textContent ?? ''
    expect(told).toMatch(words ?? /^$/)
  })

  it.each([
    [
      'Download for calendar (.ics)',
      'backdpay-BO-20261121-7K3M9QX2.ics',
      'SUMMARY:Pay $3\\,416.67 to BackdPay (Northwind)\\, 1 of 3',
    ],
    [
      'Download as spreadsheet (.csv)',
      'backdpay-BO-20261121-7K3M9QX2.csv',
      '1,2026-12-21,3416.67,USD,Northwind',
    ],
  ])('%s gives a file', async (button, name, line) => {
    const files: Blob[] = []
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
        revokeObjectURL: vi.fn(),
      }),
    )
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    show()
    fireEvent.click(screen.getByRole('button', { name: button }))
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe(name)
    expect(await files[0]?.text()).toContain(line)
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })

  it('shows the whole agreement with its version', () => {
    show()
    expect(screen.getByRole('heading', { name: 'Payment agreement Version 2026-04' })).toBeTruthy()
    expect(screen.getByText('You will pay.')).toBeTruthy()
    expect(screen.getByText('On the dates shown.')).toBeTruthy()
  })

  it('names what is agreed to', () => {
    show()
    expect(
      screen.getByRole('checkbox', {
        name: 'I agree to the payment agreement and to pay $10,250.00 in 3 payments, the last by Feb 21, 2027.',
      }),
    ).toBeTruthy()
    expect(checkbox().checked).toBe(false)
  })

  it('passes on the tick, the confirmation and the way back', () => {
    const { onConsent, onConfirm, onBack } = show()
    fireEvent.click(checkbox())
    fireEvent.click(screen.getByRole('button', { name: 'Confirm terms' }))
    fireEvent.click(screen.getByRole('button', { name: 'Back to terms' }))
    expect(onConsent).toHaveBeenCalledWith('given')
    expect(onConfirm).toHaveBeenCalledTimes(1)
    expect(onBack).toHaveBeenCalledTimes(1)
  })

  it('ties the error to the checkbox and takes the focus there', () => {
    const { update } = show()
    update({ ...review, consent: 'missing' })
    const error = screen.getByText('Please agree to the payment agreement to confirm.')
    expect(checkbox().getAttribute('aria-describedby')).toBe(error.id)
    expect(checkbox().getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(checkbox())
  })

  it('brings the error and the whole consent into view, each time Confirm is pressed in vain', () => {
    const { update } = show()
    update({ ...review, consent: 'missing' })
    update({ ...review, consent: 'missing' })
    expect(scrollIntoView.mock.calls).toEqual([[{ block: 'nearest' }], [{ block: 'nearest' }]])
    const block = scrollIntoView.mock.contexts[0] as HTMLElement
    expect(within(block).getByText('Please agree to the payment agreement to confirm.')).toBeTruthy()
    expect(block.contains(checkbox())).toBe(true)
  })
})

describe('while it is confirmed', () => {
  it('shows why the checkout is still open, once the customer asked to leave', () => {
    const { update } = show(confirming)
    expect(screen.queryByText(/closes right after/)).toBeNull()
    update({ ...confirming, afterwards: 'leave' })
    expect(screen.getByText('This is being saved. The checkout closes right after.')).toBeTruthy()
  })

  it('its button is busy, keeps the focus and takes no second press', () => {
    const { onConfirm, update } = show({ ...review, consent: 'given' })
    screen.getByRole('button', { name: 'Confirm terms' }).focus()
    update(confirming)
    const button = screen.getByRole('button', { name: 'Confirming…' })
    fireEvent.click(button)
    expect(onConfirm).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(document.activeElement).toBe(button)
    expect(checkbox().checked).toBe(true)
  })
})
