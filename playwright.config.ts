import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'
import { origins, ports, servers } from './e2e/fixtures/origins.ts'

/** The system's Chromium if there is one (npm run test:e2e installs it as root), else Playwright's own. */
const systemChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: systemChromium ? [] : '**/visual/baselines.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // One that passes the second time only is named as flaky in the report, and is a defect to be found. Those that are there
  // for races have none (docs/adr/0034).
  retries: 1,
  workers: 2,
  // Of a whole journey, each step of which may take as long as expect waits.
  timeout: 120_000,
  snapshotPathTemplate: '{testDir}/visual/baselines/{arg}{ext}',
  expect: {
    // As long as the checkout itself waits for an answer: a machine that stands still for seconds is no defect of a screen.
    timeout: 15_000,
    // The same browser and font draw the same pixels; a word that changed does not pass.
    toHaveScreenshot: { maxDiffPixels: 50 },
  },
  reporter: process.env['CI'] ? [['list']] : [['line']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: origins.shop,
    locale: 'en-US',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(systemChromium ? { executablePath: systemChromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [{ name: 'chromium' }],
  webServer: servers(ports),
})
