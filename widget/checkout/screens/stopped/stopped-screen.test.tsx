import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Detail, StopReason } from '../../flow/state.ts'
import { stopEnds } from '../../flow/stop-ending.ts'
import { enLater } from '../../i18n/en-later.ts'
import { StoppedScreen } from './stopped-screen.tsx'

afterEach(cleanup)

const detail: Detail = {
  code: 'invalid_request',
  message: 'One field is wrong.',
  fields: [{ path: 'items[0].qty', message: 'must be more than 0' }],
}
const show = (reason: StopReason, detail: Detail | null = null, onLeave?: () => void) =>
  render(<StoppedScreen state={{ screen: 'stopped', reason, detail }} onLeave={onLeave} progress="ready" />)

describe('a stop', () => {
  it.each(Object.keys(stopEnds) as StopReason[])('%s says why, and takes the focus to it', (reason) => {
    show(reason, null, vi.fn())
    const heading = screen.getByRole('heading', { level: 1, name: enLater.stoppedTitles[reason] })
    expect(document.activeElement).toBe(heading)
    expect(screen.getByText(enLater.stopped[reason])).toBeTruthy()
  })

  it('leads back to the shop', () => {
    const onLeave = vi.fn()
    show('over_limit', null, onLeave)
    fireEvent.click(screen.getByRole('button', { name: 'Back to shop' }))
    expect(onLeave).toHaveBeenCalledTimes(1)
  })

  it('has no button where there is no way back', () => {
    show('unknown_link')
    expect(screen.queryByRole('button')).toBeNull()
  })

  it("keeps the API's own words folded, for developers", () => {
    show('bad_order', detail, vi.fn())
    const details = screen.getByText('Details for the shop’s developers').closest('details')
    expect(details?.open).toBe(false)
    expect(details?.textContent).toContain('invalid_request One field is wrong.')
    expect(details?.textContent).toContain('items[0].qty must be more than 0')
  })

  it.each([
    'over_limit',
    'expired',
    'declined',
    'duplicate_order',
    'no_offers',
    'service',
    'request_withdrawn',
    'request_expired',
  ] as const)('%s speaks of no shop to a colleague, and shows nothing for developers', (reason) => {
    const { container } = show(reason, detail)
    expect(container.textContent).not.toMatch(/shop/i)
    expect(container.querySelector('details')).toBeNull()
  })

  it('shows no developer part when the API said nothing', () => {
    show('cancelled')
    expect(document.querySelector('details')).toBeNull()
  })
})
