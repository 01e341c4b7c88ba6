import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('an empty environment is the sandbox on this machine', () => {
  expect(readConfig({})).toMatchObject({
    port: 4100,
    shopOrigin: 'http://localhost:4100',
    backd: { origin: 'http://localhost:4000', secretKey: 'sk_sandbox_demo' },
  })
})

test('another port moves the origin with it', () => {
  expect(readConfig({ DEMO_PORT: '4110' }).shopOrigin).toBe('http://localhost:4110')
})

test.each([
  [{ DEMO_PORT: 'http' }, 'DEMO_PORT: must be a port, 1 to 65535'],
  [{ DEMO_PORT: '70000' }, 'DEMO_PORT: must be a port, 1 to 65535'],
  [{ BACKD_API_ORIGIN: 'http://localhost:4000/' }, 'BACKD_API_ORIGIN: must be an origin alone'],
  [{ BACKD_API_ORIGIN: 'ftp://localhost' }, 'BACKD_API_ORIGIN: must be an http(s) origin'],
  [{ BACKD_SECRET_KEY: '' }, 'BACKD_SECRET_KEY'],
])('%j stops the start and names itself', (environment, words) => {
  expect(() => readConfig(environment)).toThrow(words)
})
