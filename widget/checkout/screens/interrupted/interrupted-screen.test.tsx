import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Interruption } from '../../flow/state.ts'
import { en } from '../../i18n/en.ts'
import { InterruptedScreen } from './interrupted-screen.tsx'

afterEach(cleanup)

const show = (cause: Interruption) => {
  const handlers = { onRetry: vi.fn(), onLeave: vi.fn() }
  render(<InterruptedScreen state={{ screen: 'interrupted', cause }} {...handlers} />)
  return handlers
}

describe('an interruption', () => {
  it.each<Interruption>(['network', 'service', 'busy'])('by the %s says what to do', (cause) => {
    show(cause)
    expect(screen.getByRole('heading', { level: 1, name: en.interrupted[cause].title })).toBeTruthy()
    expect(screen.getByText(`${en.interrupted[cause].body} ${en.safe}`)).toBeTruthy()
  })

  it('can be tried again or left', () => {
    const { onRetry, onLeave } = show('network')
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    fireEvent.click(screen.getByRole('button', { name: 'Back to shop' }))
    expect(onRetry).toHaveBeenCalledTimes(1)
    expect(onLeave).toHaveBeenCalledTimes(1)
  })
})
