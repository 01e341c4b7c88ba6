import { afterEach, describe, expect, it, vi } from 'vitest'
import { AWAY_MS, createWake } from './wake.ts'

let now = 0
const action = vi.fn()
const stop = createWake(document, () => now).listen(action)

function see(state: 'hidden' | 'visible', afterMs: number) {
  now += afterMs
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(state === 'hidden')
  document.dispatchEvent(new Event('visibilitychange'))
}

afterEach(() => action.mockClear())

describe('coming back to the page', () => {
  it('is told after a while', () => {
    see('hidden', 1)
    see('visible', AWAY_MS)
    expect(action).toHaveBeenCalledTimes(1)
  })

  it('is not told after a glance elsewhere', () => {
    see('hidden', 60_000)
    see('visible', AWAY_MS - 1)
    expect(action).not.toHaveBeenCalled()
  })

  it('is not told to who has stopped listening', () => {
    stop()
    see('hidden', 1)
    see('visible', AWAY_MS)
    expect(action).not.toHaveBeenCalled()
  })
})
