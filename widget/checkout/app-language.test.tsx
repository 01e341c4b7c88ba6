import { act, cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { App } from './app.tsx'
import { type Catalogue, fetchCatalogue } from './i18n/catalogues.ts'
import { Speaking } from './i18n/speaking.tsx'
import { createSpeech } from './i18n/speech.ts'
import { createFakePorts } from './testing/ports.ts'
import { createSession } from './testing/sessions.ts'

afterEach(cleanup)
const spanish = await fetchCatalogue('es')

/** A page in Spanish whose catalogue comes when it is told to. */
function open() {
  let come: (catalogue: Catalogue) => void = () => {}
  let fail: (error: Error) => void = () => {}
  const fetchCatalogue = vi.fn(
    () =>
      new Promise<Catalogue>((resolve, reject) => {
        come = resolve
        fail = reject
      }),
  )
  const ports = createFakePorts()
  const speech = createSpeech({ wanted: 'es', browser: ['en-US'], fetchCatalogue, clock: ports.clock })
  render(
    <Speaking speech={speech}>
      <App
        opening={{ boot: { kind: 'page', session: createSession() }, token: 't', surroundings: 'alone' }}
        ports={ports}
      />
    </Speaking>,
  )
  const settle = (action: () => void) =>
    act(async () => {
      action()
      await new Promise((resolve) => setTimeout(resolve))
    })
  return {
    come: () => settle(() => come(spanish)),
    fail: () => settle(() => fail(new TypeError('offline'))),
  }
}

it('shows no English before the Spanish is there, and then Spanish', async () => {
  const { come } = open()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Cargando su pedido')
  expect(screen.queryByText(/Choose|Payment|Order/)).toBeNull()
  await come()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Elija sus condiciones de pago')
  expect(screen.getByRole('radiogroup', { name: 'Condiciones de pago' })).toBeDefined()
  expect(document.documentElement).toMatchObject({ lang: 'es-US', dir: 'ltr' })
})

it('goes on in English when the Spanish cannot be loaded', async () => {
  const { fail } = open()
  await fail()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Choose your payment terms')
  expect(document.documentElement.lang).toBe('en-US')
})
