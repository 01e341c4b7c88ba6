import { createSessionOffer } from '@backd/contract/apr.ts'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StateOf } from '../../flow/state.ts'
import { loadParts } from '../../parts/parts.ts'
import {
  createApproverSession,
  createSession,
  monthly3,
  net30,
  offerOf,
  STARTS_ON,
} from '../../testing/sessions.ts'
import { TermsScreen } from './terms-screen.tsx'

const scrollIntoView = vi.fn()

beforeEach(() => {
  // jsdom lays nothing out and has no such method.
  Element.prototype.scrollIntoView = scrollIntoView
})
afterEach(cleanup)

const state = (changes: Partial<StateOf<'terms'>> = {}): StateOf<'terms'> => ({
  screen: 'terms',
  visit: { token: 't', session: createSession() },
  choice: { kind: 'none' },
  notice: 'none',
  ...changes,
})

function show(shown: StateOf<'terms'> = state()) {
  const handlers = { onChoose: vi.fn(), onContinue: vi.fn(), onHandOver: vi.fn(), onLeave: vi.fn() }
  const view = render(<TermsScreen state={shown} {...handlers} />)
  return {
    ...handlers,
    update: (next: StateOf<'terms'>) => view.rerender(<TermsScreen state={next} {...handlers} />),
  }
}

const spoken = (id: string) => {
  const heard = document.getElementById(id)?.cloneNode(true) as HTMLElement | undefined
  for (const hidden of heard?.querySelectorAll('[aria-hidden="true"]') ?? []) hidden.remove()
  return heard?.textContent
}
/** As it is read aloud: without what is drawn for the eye alone. */
const descriptionOf = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '').split(' ').map(spoken).filter(Boolean).join(' · ')

describe('the terms', () => {
  it('are one group of radios with nothing chosen beforehand', () => {
    show()
    const group = screen.getByRole('radiogroup', { name: 'Payment terms' })
    const radios = within(group).getAllByRole<HTMLInputElement>('radio')
    expect(radios).toHaveLength(2)
    expect(radios.filter(({ checked }) => checked)).toEqual([])
  })

  it('say of each plan what a payment is, how often, from when to when, the fee, the APR and the total', () => {
    show()
    const plan = screen.getByRole('radio', { name: /^3 monthly payments/ })
    expect(descriptionOf(plan)).toBe(
      'Longest time to pay · Monthly, Dec 21, 2026 to Feb 21, 2027 $250.00 fee 14.94% APR $10,250.00 total',
    )
  })

  it('call an amount "about" that not every payment is to the cent', () => {
    show()
    const plan = screen.getByRole('radio', { name: '3 monthly payments , 3 payments of about $3,416.67' })
    expect(plan.closest('label')?.textContent).toContain('3 × about $3,416.67')
  })

  it('say the amount plainly that every payment is', () => {
    const offers = [createSessionOffer({ ...monthly3, fee_bps: 200 }, 1_000_000 - 200, STARTS_ON)]
    show(state({ visit: { token: 't', session: createSession({ offers }) } }))
    const plan = screen.getByRole('radio', { name: '3 monthly payments , 3 payments of $3,399.32' })
    expect(plan.closest('label')?.textContent).toContain('3 × $3,399.32')
  })

  it('say that a plan has no fee', () => {
    show()
    expect(descriptionOf(screen.getByRole('radio', { name: /^Net 30/ }))).toBe(
      'Lowest total · One payment on Dec 21, 2026 No fee 0% APR $10,000.00 total',
    )
  })

  it('take the focus to their heading and name the document', () => {
    show()
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
    expect(document.title).toBe('Choose your payment terms · Northwind · BackdPay')
  })

  it('tell which plan was pressed', () => {
    const { onChoose } = show()
    fireEvent.click(screen.getByRole('radio', { name: /^3 monthly/ }))
    expect(onChoose).toHaveBeenCalledWith('monthly-3')
  })

  it('show the total to pay once a plan is chosen', () => {
    show(state({ choice: { kind: 'chosen', offer: offerOf(monthly3) } }))
    expect(screen.getByText('Total you pay').parentElement?.textContent).toContain('$10,250.00')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^3 monthly/ }).checked).toBe(true)
  })

  it('tie the error to the group and take the focus there, each time Continue is pressed in vain', () => {
    const { update } = show()
    update(state({ choice: { kind: 'missing' } }))
    const group = screen.getByRole('radiogroup', { name: 'Payment terms' })
    expect(descriptionOf(group)).toBe('Choose one of the payment terms to continue.')
    expect(group.getAttribute('aria-invalid')).toBe('true')
    const [first] = screen.getAllByRole('radio')
    expect(document.activeElement).toBe(first)

    screen.getByRole('button', { name: 'Continue' }).focus()
    update(state({ choice: { kind: 'missing' } }))
    expect(document.activeElement).toBe(first)
  })

  it('explain that they have changed', () => {
    show(state({ notice: 'offer_changed' }))
    expect(screen.getByText(/have changed since/)).toBeTruthy()
  })

  it('can be a single plan', () => {
    const offers = [createSessionOffer(net30, 1_000_000, STARTS_ON)]
    show(state({ visit: { token: 't', session: createSession({ offers }) } }))
    expect(screen.getAllByRole('radio')).toHaveLength(1)
    expect(screen.queryByRole('button', { name: 'Compare all terms' })).toBeNull()
    expect(screen.queryByText('Lowest total')).toBeNull()
  })
})

describe('the way to a colleague', () => {
  beforeAll(loadParts)

  it('is there for the buyer, also where there is nothing to compare', () => {
    const { onHandOver } = show(
      state({
        visit: { token: 't', session: createSession({ offers: createSession().offers.slice(0, 1) }) },
      }),
    )
    expect(screen.queryByRole('button', { name: 'Compare all terms' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Ask a colleague to approve' }))
    expect(onHandOver).toHaveBeenCalledTimes(1)
  })

  it('is the way to decline for the colleague', () => {
    show(state({ visit: { token: 't', session: createApproverSession() } }))
    expect(screen.queryByRole('button', { name: 'Ask a colleague to approve' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Decline' })).toBeTruthy()
  })
})

describe('the comparison', () => {
  beforeAll(loadParts)
  const toggle = () => screen.getByRole('button', { name: 'Compare all terms' })

  it('is folded until it is asked for', () => {
    show()
    expect(toggle().getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByRole('table')).toBeNull()
    fireEvent.click(toggle())
    expect(screen.getByRole('table', { name: 'All payment terms side by side' })).toBeTruthy()
    fireEvent.click(toggle())
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('comes into view and takes the focus, since it opens below the fold', () => {
    show()
    fireEvent.click(toggle())
    const region = screen.getByRole('region', { name: 'All payment terms side by side' })
    expect(document.activeElement).toBe(region)
    expect(scrollIntoView.mock.contexts.at(-1)).toBe(region)
  })

  it('has every plan with its payments, dates, fee, APR and total', () => {
    show()
    fireEvent.click(toggle())
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['Net 30$10,000.00, one payment of $10,000.00', 'Dec 21, 2026', 'No fee0%', '$10,000.00Lowest total'],
      [
        '3 monthly payments3 × about $3,416.67, 3 payments of about $3,416.67',
        'Dec 21, 2026Feb 21, 2027',
        '$250.0014.94%',
        '$10,250.00Longest time to pay',
      ],
    ])
  })
})

describe('the order beside them', () => {
  const summary = () => screen.getByRole('complementary', { name: 'Order summary' })
  const showOrder = (changes: Parameters<typeof createSession>[0]) =>
    show(state({ visit: { token: 't', session: createSession(changes) } }))

  it('shows the merchant, the items, every amount that is something, and the buyer', () => {
    showOrder({ discount_amount_cents: 9300 })
    const words = summary().textContent
    for (const part of [
      'Northwind',
      'Order JKLMO4321',
      'MacBook Pro',
      'Qty 3',
      'Subtotal$9,000.00',
      'Tax$1,000.00',
      'Discount-$93.00',
      'Order total$10,000.00',
      'Acme',
      'Joe Doe',
      'joe@acme.example',
    ]) {
      expect(words).toContain(part)
    }
    expect(words).not.toContain('Shipping')
  })

  it('shows no line price where the merchant’s unit is unknown', () => {
    showOrder({
      items: [{ display_name: 'Desk', sku: 'D', qty: 2, line_price_cents: null, image_url: null }],
    })
    expect(within(summary()).getByRole('listitem').textContent).toBe('DeskQty 2')
  })

  it('folds a long list of items', () => {
    const items = Array.from({ length: 200 }, (_, index) => ({
      display_name: `Item ${index}`,
      sku: `${index}`,
      qty: 1,
      line_price_cents: 1,
      image_url: null,
    }))
    showOrder({ items })
    expect(screen.getByText('Show 195 more items')).toBeTruthy()
  })

  it('shows two lines of one SKU', () => {
    const item = { display_name: 'Desk', sku: 'D', qty: 1, line_price_cents: 1, image_url: null }
    showOrder({ items: [item, { ...item, display_name: 'Desk, second floor' }] })
    expect(within(summary()).getAllByRole('listitem')).toHaveLength(2)
  })

  it('opens and folds on phones', () => {
    show()
    const toggle = screen.getByRole('button', { name: 'Show order summary' })
    expect(toggle.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(toggle)
    expect(screen.getByRole('button', { name: 'Hide order summary' }).getAttribute('aria-expanded')).toBe(
      'true',
    )
  })
})
