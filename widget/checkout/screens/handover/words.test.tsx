import { act, cleanup, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { enHandover, type HandoverText } from '../../i18n/en-handover.ts'
import { handover as spanish } from '../../i18n/es-handover.ts'
import { createI18n, I18nProvider } from '../../i18n/i18n.ts'
import { useHandoverI18n, WORDS_TIMEOUT_MS } from './words.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const Finishing = () => <h1>{useHandoverI18n()?.words.finishing ?? 'nothing yet'}</h1>
const said = () => screen.getByRole('heading').textContent
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)))

/** Another language's sentences, which come when `come` is called. */
function draw() {
  const coming = Promise.withResolvers<HandoverText>()
  const i18n = createI18n('es-MX', { ...createI18n('es-MX'), handover: () => coming.promise })
  render(
    <I18nProvider value={i18n}>
      <Finishing />
    </I18nProvider>,
  )
  return coming
}

it('waits for the language’s own sentences', async () => {
  const coming = draw()
  await pass(WORDS_TIMEOUT_MS - 1)
  expect(said()).toBe('nothing yet')
  coming.resolve(spanish)
  await pass(0)
  expect(said()).toBe(spanish.finishing)
  await pass(WORDS_TIMEOUT_MS)
  expect(said()).toBe(spanish.finishing)
})

it('speaks English where they do not come in time, and their language from when they do', async () => {
  const coming = draw()
  await pass(WORDS_TIMEOUT_MS)
  expect(said()).toBe(enHandover.finishing)
  coming.resolve(spanish)
  await pass(0)
  expect(said()).toBe(spanish.finishing)
})

it('speaks English where they cannot be fetched', async () => {
  draw().reject(new Error('offline'))
  await pass(0)
  expect(said()).toBe(enHandover.finishing)
  expect(vi.getTimerCount()).toBe(0)
})
