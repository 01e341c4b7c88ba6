import type { Order } from '@backd/contract/order.ts'
import { render, screen } from '@testing-library/preact'
import { describe, expect, it, vi } from 'vitest'
import { opened, order, press, reply, settle, title, unreachable } from '../testing/app.tsx'
import { App } from './app.tsx'
import { PREPARED_MS } from './flow/prepare.ts'
import type { HostSource } from './flow/state.ts'
import { HOST_TIMEOUT_MS } from './flow/use-flow.ts'
import { SLOW_MS } from './flow/use-slow.ts'
import { preparingPart } from './parts/parts.ts'
import { createFakePorts } from './testing/ports.ts'
import { createUnverifiedSession } from './testing/sessions.ts'

const source: HostSource = { kind: 'order', order, pageOrigin: 'https://shop.example', wishes: {} }

/** The part that fetches ahead, on its way until it is told to be there. */
function holdPreparing() {
  const part = preparingPart.loaded()
  if (!part) throw new Error('not loaded')
  const preparing = Promise.withResolvers<void>()
  let isThere = false
  const load = vi.spyOn(preparingPart, 'load').mockImplementation(async () => {
    await preparing.promise
    isThere = true
    return part
  })
  const loaded = vi.spyOn(preparingPart, 'loaded').mockImplementation(() => (isThere ? part : undefined))
  const restore = () => [load, loaded].forEach((spy) => void spy.mockRestore())
  return { preparing, restore }
}

/** The modal, loaded ahead by a page that shows it later. */
async function openHidden(script: Parameters<typeof createFakePorts>[0], hidden: HostSource = source) {
  const ports = createFakePorts(script)
  render(<App opening={{ boot: { kind: 'modal' }, token: '', surroundings: 'framed' }} ports={ports} />)
  await settle(() => ports.host.handlers?.onHidden(hidden))
  return { ...ports, show: (what = hidden) => settle(() => ports.host.handlers?.onOpen(what)) }
}

describe('loaded ahead, while nobody sees it', () => {
  const announced = () => screen.getByRole('status').textContent
  // A document keeps what it has fetched: each test has an order of its own.
  let made = 0
  const another = (): HostSource => ({ ...source, order: { merchant_order_id: `M${made++}` } as Order })

  it('without an order it asks nothing, says nothing, focuses nothing and gives up never', async () => {
    const { api, clock, host } = await openHidden({}, { ...source, order: undefined } as never)
    await settle(() => clock.pass(HOST_TIMEOUT_MS + SLOW_MS))
    expect(api.asked).toEqual([])
    expect(announced()).toBe('')
    expect(screen.queryByRole('heading')).toBeNull()
    expect(document.activeElement).toBe(document.body)
    expect(host.heard).toEqual([])
  })

  it('fetches what is to be opened and still shows none of it, until it is shown: then at once, and asks no more', async () => {
    const { api, show } = await openHidden({ createOrder: [opened] }, another())
    expect(api.asked).toHaveLength(1)
    expect(screen.queryByRole('heading')).toBeNull()
    await show()
    expect(title()).toBe('Choose your payment terms')
    expect(document.activeElement?.textContent).toBe('Choose your payment terms')
    expect(api.asked).toHaveLength(1)
  })

  it('fetches once, however often it is told', async () => {
    const what = another()
    const { api, host } = await openHidden({ createOrder: [opened, opened] }, what)
    await settle(() => host.handlers?.onHidden(structuredClone(what)))
    expect(api.asked).toHaveLength(1)
  })

  it('mails no code before it is shown', async () => {
    const session = createUnverifiedSession('none')
    const { api, clock, show } = await openHidden(
      { createOrder: [{ kind: 'ok', data: { ...reply, session } }] },
      another(),
    )
    await settle(() => clock.pass(60_000))
    expect(api.asked.map(([name]) => name)).toEqual(['createOrder'])
    await show()
    expect(api.asked.map(([name]) => name)).toEqual(['createOrder', 'sendCode'])
  })

  it('opens another order anew', async () => {
    const { api, show } = await openHidden({ createOrder: [opened, opened] }, another())
    await show(another())
    expect(api.asked).toHaveLength(2)
    expect(title()).toBe('Choose your payment terms')
  })

  it('opens anew what could not be fetched', async () => {
    const { api, show } = await openHidden({ createOrder: [unreachable, opened] }, another())
    expect(screen.queryByRole('heading')).toBeNull()
    await show()
    expect(api.asked).toHaveLength(2)
    expect(title()).toBe('Choose your payment terms')
  })

  it('opens anew what was fetched too long ago', async () => {
    const { api, show } = await openHidden({ createOrder: [opened, opened] }, another())
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + PREPARED_MS)
    await show()
    now.mockRestore()
    expect(api.asked).toHaveLength(2)
  })

  it('waits for what is still under way when it is shown, and asks no second time', async () => {
    const asked = Promise.withResolvers<typeof opened>()
    const { api, show } = await openHidden({ createOrder: [asked.promise, opened] }, another())
    await show()
    expect(title()).not.toBe('Choose your payment terms')
    await settle(() => asked.resolve(opened))
    expect(title()).toBe('Choose your payment terms')
    expect(api.asked).toHaveLength(1)
  })

  it('asks once where the click comes before the part that fetches ahead', async () => {
    const { preparing, ...part } = holdPreparing()
    const { api, show } = await openHidden({ createOrder: [opened, opened] }, another())
    expect(api.asked).toEqual([])
    await show()
    expect(title()).toBe('Choose your payment terms')
    await settle(() => preparing.resolve())
    await settle(() => {})
    part.restore()
    expect(api.asked.map(([name]) => name)).toEqual(['createOrder'])
  })

  it('tells that what was under way failed, and asks anew when it is tried again', async () => {
    const asked = Promise.withResolvers<typeof unreachable>()
    const { api, show } = await openHidden({ createOrder: [asked.promise, opened] }, another())
    await show()
    await settle(() => asked.resolve(unreachable))
    await press('Try again')
    expect(title()).toBe('Choose your payment terms')
    expect(api.asked).toHaveLength(2)
  })
})
