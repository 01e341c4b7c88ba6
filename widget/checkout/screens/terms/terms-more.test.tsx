import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { termsMorePart } from '../../parts/parts.ts'
import { createApproverSession, createSession } from '../../testing/sessions.ts'
import { TermsScreen } from './terms-screen.tsx'

const nothing = () => {}

beforeEach(() => {
  Element.prototype.scrollIntoView = nothing
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function show(session = createSession()) {
  const onHandOver = vi.fn()
  render(
    <TermsScreen
      state={{ screen: 'terms', visit: { token: 't', session }, choice: { kind: 'none' }, notice: 'none' }}
      onChoose={nothing}
      onContinue={nothing}
      onHandOver={onHandOver}
      onLeave={undefined}
    />,
  )
  return onHandOver
}

describe('where the file of what is below the cards did not come', () => {
  beforeEach(() => {
    vi.spyOn(termsMorePart, 'load').mockRejectedValueOnce(new Error('offline'))
  })

  it('the comparison takes the focus when it does', async () => {
    show()
    const compare = await screen.findByRole('button', { name: 'Compare all terms' })
    expect(compare.getAttribute('aria-expanded')).toBe('false')
    compare.focus()
    await act(() => void fireEvent.click(compare))
    const region = await screen.findByRole('region', { name: 'All payment terms side by side' })
    await vi.waitFor(() => expect(document.activeElement).toBe(region))
    const toggle = screen.getByRole('button', { name: 'Compare all terms' })
    expect(toggle.getAttribute('aria-expanded')).toBe('true')
  })

  it.each([
    ['one plan', 1],
    ['several', 2],
  ])('a colleague can be asked all the same, of %s', async (_, plans) => {
    vi.spyOn(termsMorePart, 'loaded').mockReturnValue(undefined)
    const onHandOver = show(createSession({ offers: createSession().offers.slice(0, plans) }))
    fireEvent.click(await screen.findByRole('button', { name: 'Ask a colleague to approve' }))
    expect(onHandOver).toHaveBeenCalledTimes(1)
    expect(screen.queryAllByRole('button', { name: 'Compare all terms' })).toHaveLength(plans - 1)
  })

  it('the colleague can decline all the same', async () => {
    vi.spyOn(termsMorePart, 'loaded').mockReturnValue(undefined)
    const onHandOver = show(createApproverSession())
    fireEvent.click(await screen.findByRole('button', { name: 'Decline' }))
    expect(onHandOver).toHaveBeenCalledTimes(1)
  })
})
