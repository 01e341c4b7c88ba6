import { act, fireEvent, render, screen } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { termsMorePart } from '../../parts/parts.ts'
import { createSession } from '../../testing/sessions.ts'
import { TermsScreen } from './terms-screen.tsx'

const nothing = () => {}

it('the comparison whose file did not come at first takes the focus when it does', async () => {
  Element.prototype.scrollIntoView = nothing
  vi.spyOn(termsMorePart, 'load').mockRejectedValueOnce(new Error('offline'))
  const visit = { token: 't', session: createSession() }
  render(
    <TermsScreen
      state={{ screen: 'terms', visit, choice: { kind: 'none' }, notice: 'none' }}
      onChoose={nothing}
      onContinue={nothing}
      onHandOver={nothing}
      onLeave={undefined}
    />,
  )
  const compare = await screen.findByRole('button', { name: 'Compare all terms' })
  expect(compare.getAttribute('aria-expanded')).toBe('false')
  compare.focus()
  await act(() => void fireEvent.click(compare))
  const region = await screen.findByRole('region', { name: 'All payment terms side by side' })
  await vi.waitFor(() => expect(document.activeElement).toBe(region))
  expect(screen.getByRole('button', { name: 'Compare all terms' }).getAttribute('aria-expanded')).toBe('true')
})
