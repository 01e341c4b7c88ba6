import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LoadingScreen } from './loading-screen.tsx'

afterEach(cleanup)

describe('loading', () => {
  it('is said, and drawn only for the eye', () => {
    render(<LoadingScreen onLeave={vi.fn()} />)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Loading your order')
    expect(screen.queryByRole('radio')).toBeNull()
    expect(document.querySelectorAll('.skeleton').length).toBeGreaterThan(0)
    for (const bar of document.querySelectorAll('.skeleton')) {
      expect(bar.closest('[aria-hidden="true"]')).not.toBeNull()
    }
  })

  it('can be left', () => {
    render(<LoadingScreen onLeave={vi.fn()} />)
    expect(screen.getByRole('button', { name: 'Close checkout' })).toBeTruthy()
  })
})
