import { describe, expect, it, vi } from 'vitest'
import { createPageHistory } from './page-history.ts'

/** What a tab does with its entries; `go` is answered later, as in a browser. */
function createTab(states: unknown[] = [null]) {
  const window = Object.assign(new EventTarget(), {
    history: {
      states,
      at: states.length - 1,
      get state() {
        return this.states[this.at]
      },
      pushState(state: unknown) {
        this.states.splice(++this.at, this.states.length, state)
      },
      go(steps: number) {
        this.at += steps
        window.dispatchEvent(Object.assign(new Event('popstate'), { state: this.state }))
      },
    },
  })
  return window
}

const open = (states?: unknown[]) => {
  const tab = createTab(states)
  const history = createPageHistory(tab as unknown as Window)
  const heard = vi.fn()
  const stop = history.listen(heard)
  return { tab: tab.history, history, heard, stop }
}

describe('the history of the page', () => {
  it('has an entry for each level', () => {
    const { tab, history } = open()
    history.moveTo(2)
    expect(tab.states).toEqual([null, { level: 1 }, { level: 2 }])
  })

  it('tells Back and Forward, with the level they led to', () => {
    const { tab, history, heard } = open()
    history.moveTo(2)
    tab.go(-1)
    tab.go(-1)
    tab.go(2)
    expect(heard.mock.calls).toEqual([
      ['back', 1],
      ['back', 0],
      ['forward', 2],
    ])
  })

  it('goes back without telling', () => {
    const { tab, history, heard } = open()
    history.moveTo(2)
    history.moveTo(0)
    expect(tab.at).toBe(0)
    expect(heard).not.toHaveBeenCalled()
  })

  it('stays where it is', () => {
    const { tab, history } = open()
    history.moveTo(1)
    history.moveTo(1)
    expect(tab.states).toHaveLength(2)
  })

  it('knows its level after a reload', () => {
    const { tab, history, heard } = open([null, { level: 1 }, { level: 2 }])
    history.moveTo(1)
    expect(tab.at).toBe(1)
    expect(heard).not.toHaveBeenCalled()
  })

  it('tells nobody who has stopped listening', () => {
    const { tab, history, heard, stop } = open()
    history.moveTo(1)
    stop()
    tab.go(-1)
    expect(heard).not.toHaveBeenCalled()
  })
})
