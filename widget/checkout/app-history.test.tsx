import { render, screen } from '@testing-library/preact'
import { describe, expect, it, vi } from 'vitest'
import { confirm, goToReview, press, settle, stored, title } from '../testing/app.tsx'
import { App } from './app.tsx'
import { createPageExit } from './ports/exit.ts'
import { createFakePorts } from './testing/ports.ts'
import { createSession } from './testing/sessions.ts'

describe("the tab's history on the page", () => {
  const openPage = async () => {
    const ports = createFakePorts({ selectTerms: [stored] })
    const boot = { kind: 'page', session: createSession() } as const
    const opening = { boot, token: 'tok', surroundings: 'alone' } as const
    const navigated = vi.fn()
    const exit = createPageExit(boot, navigated)
    await settle(() => render(<App opening={opening} ports={{ ...ports, exit }} />))
    return { ...ports, navigated }
  }
  const question = () => screen.queryByRole('dialog', { name: 'Leave checkout?' })

  it('Back goes from the review to the terms, and Forward to the review again', async () => {
    const { history } = await openPage()
    expect(history.level).toBe(1)
    await goToReview()
    expect(history.level).toBe(2)
    await settle(() => history.press('back'))
    expect(title()).toBe('Choose your payment terms')
    await settle(() => history.press('forward'))
    expect(title()).toBe('Review and confirm')
    expect(history.level).toBe(2)
  })

  it("the screen's own Back takes the entry along", async () => {
    const { history } = await openPage()
    await goToReview()
    await press('Back to terms')
    expect(history.level).toBe(1)
  })

  it('Back at the terms asks, Stay puts the entry back, and Leave goes to the shop', async () => {
    const { history, navigated } = await openPage()
    await settle(() => history.press('back'))
    expect(question()).toBeTruthy()
    await press('Stay')
    expect(question()).toBeNull()
    expect(history.level).toBe(1)
    await settle(() => history.press('back'))
    await press('Leave')
    expect(navigated).toHaveBeenCalledWith(expect.stringContaining('https://shop.example/cart?message='))
  })

  it('Back while confirming changes nothing', async () => {
    const { history, api } = await openPage()
    api.selectTerms = () => new Promise(() => {})
    await confirm()
    await settle(() => history.press('back'))
    expect(screen.getByRole('button', { name: 'Confirming…' })).toBeTruthy()
    expect(history.level).toBe(2)
  })

  it('once done there is nothing to go back to', async () => {
    const { history } = await openPage()
    await confirm()
    expect(title()).toBe('Your payment terms are confirmed')
    expect(history.level).toBe(0)
  })
})
