import { afterAll } from 'vitest'

/**
 * Preact waits up to 35 ms for a frame that jsdom does not draw, then takes its request back: with a function that is gone when
 * the file's window is. Whoever waits longer than that comes after it.
 */
afterAll(() => new Promise<void>((resolve) => setTimeout(resolve, 120)))
