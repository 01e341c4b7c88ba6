import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'

/** A phone on a slow network: 150 ms round trip, 1.6 Mbps (in bytes a second, as DevTools wants it). */
export const SLOW_NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 200_000,
}

/** How many times slower than this machine. */
export const CPU_RATE = 4

/**
 * The system's Chromium if there is one, else Playwright's own.
 * @param debuggingPort where DevTools listens for a client beside Playwright
 * @param switches more of Chromium's
 */
export function launchChromium(debuggingPort?: number, switches: string[] = []): Promise<Browser> {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
  return chromium.launch({
    ...(system ? { executablePath: system } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      ...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []),
      ...switches,
    ],
  })
}
