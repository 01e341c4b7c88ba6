import { expect, it, vi } from 'vitest'
import { createFakeClock } from '../testing/ports.ts'
import { LOOK_TIMEOUT_MS, loadLook } from './load-look.ts'

it('loads nothing when no look is wanted', async () => {
  const fetchLook = vi.fn()
  for (const nothing of [null, undefined]) await loadLook(nothing, createFakeClock(), fetchLook)
  expect(fetchLook).not.toHaveBeenCalled()
})

it('is there once the document has it', async () => {
  const dress = vi.fn()
  await loadLook({ radius: 'none' }, createFakeClock(), async () => ({ dress }))
  expect(dress).toHaveBeenCalledExactlyOnceWith({ radius: 'none' }, document)
})

it('of none, after a look that was preloaded, is Backd’s own again', async () => {
  const dress = vi.fn()
  const fetchLook = async () => ({ dress })
  await loadLook({ radius: 'none' }, createFakeClock(), fetchLook)
  await loadLook(undefined, createFakeClock(), fetchLook)
  expect(dress).toHaveBeenLastCalledWith(undefined, document)
})

it.each<[string, () => Promise<{ dress: () => void }>]>([
  ['cannot be loaded', () => Promise.reject(new TypeError('offline'))],
  [
    'throws',
    async () => ({
      dress: () => {
        throw new Error('no constructed sheets here')
      },
    }),
  ],
])('a look that %s is Backd’s own', async (_title, fetchLook) => {
  await expect(loadLook({}, createFakeClock(), fetchLook)).resolves.toBeUndefined()
})

it('is waited for 2 s and no longer', async () => {
  const clock = createFakeClock()
  const done = vi.fn()
  void loadLook({}, clock, () => new Promise(() => {})).then(done)
  clock.pass(LOOK_TIMEOUT_MS - 1)
  await Promise.resolve()
  expect(done).not.toHaveBeenCalled()
  clock.pass(1)
  await Promise.resolve()
  expect(done).toHaveBeenCalledOnce()
})

it('stays away when it comes later: the page that is read does not change', async () => {
  const clock = createFakeClock()
  const dress = vi.fn()
  let come: (look: { dress: () => void }) => void = () => {}
  const done = loadLook(
    {},
    clock,
    () =>
      new Promise((resolve) => {
        come = resolve
      }),
  )
  clock.pass(LOOK_TIMEOUT_MS)
  await done
  come({ dress })
  await new Promise((resolve) => setTimeout(resolve))
  expect(dress).not.toHaveBeenCalled()
})
