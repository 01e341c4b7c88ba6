import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

test('an empty environment is the sandbox on port 4000 with the embedded database', () => {
  expect(readConfig({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    publicOrigin: 'http://localhost:4000',
    mode: 'sandbox',
    databaseUrl: undefined,
    dataDir: '.data',
    widgetDist: join(import.meta.dirname, '../widget/dist'),
    smtpUrl: undefined,
    mailFrom: 'BackdPay <no-reply@backd.example>',
    logLevel: 'info',
    requestsPerMinute: 600,
    codesPerHour: 100,
    sandboxOrigins: ['http://localhost:4100', 'http://localhost:5173'],
    trustedProxyHops: 0,
  })
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ API_PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}))
})

test('the public origin follows the port unless it is set', () => {
  expect(readConfig({ API_PORT: '5000' }).publicOrigin).toBe('http://localhost:5000')
  expect(readConfig({ PUBLIC_ORIGIN: 'https://pay.backd.example' }).publicOrigin).toBe(
    'https://pay.backd.example',
  )
})

test('the sandbox origins are a list', () => {
  expect(
    readConfig({ SANDBOX_ORIGINS: 'http://localhost:4100, https://shop.example' }).sandboxOrigins,
  ).toEqual(['http://localhost:4100', 'https://shop.example'])
})

test.each(['orders@example.com', 'BackdPay <orders@example.com>', '"Backd, Inc." <orders@example.com>'])(
  '%s may send mail',
  (value) => {
    expect(readConfig({ MAIL_FROM: value }).mailFrom).toBe(value)
  },
)

test('an address is sent 5 codes an hour in production and 100 in the sandbox, unless it is set', () => {
  const production = { BACKD_MODE: 'production', PUBLIC_ORIGIN: 'https://pay.backd.example' }
  expect(readConfig(production).codesPerHour).toBe(5)
  expect(readConfig({ BACKD_MODE: 'sandbox' }).codesPerHour).toBe(100)
  for (const environment of [production, {}]) {
    expect(readConfig({ ...environment, CODES_PER_HOUR: '7' }).codesPerHour).toBe(7)
  }
})

test('production needs a public origin of https', () => {
  const production = (changes: Record<string, string>) => () =>
    readConfig({ BACKD_MODE: 'production', ...changes })
  expect(production({ PUBLIC_ORIGIN: 'https://pay.backd.example' })().mode).toBe('production')
  for (const changes of [{}, { PUBLIC_ORIGIN: 'http://localhost:4000' }] as Record<string, string>[]) {
    expect(production(changes)).toThrow(/^PUBLIC_ORIGIN must be the https origin/)
  }
})

describe('a bad value is refused by its name', () => {
  test.each([
    ['API_PORT', 'http'],
    ['API_PORT', '0'],
    ['API_PORT', '65536'],
    ['API_PORT', '80.5'],
    ['API_PORT', '1e3'],
    ['API_PORT', '0x10'],
    ['API_PORT', '+80'],
    ['API_PORT', '9'.repeat(400)],
    ['PUBLIC_ORIGIN', 'https://pay.backd.example/'],
    ['PUBLIC_ORIGIN', 'http://pay.backd.example'],
    ['BACKD_MODE', 'prod'],
    ['DATABASE_URL', 'mysql://localhost/backd'],
    ['DATABASE_URL', 'localhost'],
    ['SMTP_URL', 'http://mail.example'],
    ['LOG_LEVEL', 'loud'],
    ['RATE_LIMIT_PER_MINUTE', '0'],
    ['RATE_LIMIT_PER_MINUTE', 'many'],
    ['RATE_LIMIT_PER_MINUTE', '1e3'],
    ['MAIL_FROM', 'BackdPay'],
    ['MAIL_FROM', 'BackdPay <orders>'],
    ['MAIL_FROM', 'a@example.com, b@example.com'],
    ['MAIL_FROM', 'a@example.com, BackdPay <b@example.com>'],
    ['MAIL_FROM', 'BackdPay <orders@example.com>\r\nBcc: a@example.com'],
    ['SANDBOX_ORIGINS', 'localhost:4100'],
    ['SANDBOX_ORIGINS', 'https://*.shop.example'],
    ['TRUST_PROXY_HOPS', '-1'],
    ['METRICS_TOKEN', 'too-short'],
    ['METRICS_TOKEN', 'two words 0123456789'],
  ])('%s=%s', (name, value) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(new RegExp(`^${name} must `))
  })

  test('all of them at once', () => {
    expect(() => readConfig({ API_PORT: 'x', BACKD_MODE: 'x' })).toThrow(/API_PORT must .*; BACKD_MODE must /)
  })

  test('without repeating a secret', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://root:hunter2@db' })).not.toThrow(/hunter2/)
  })
})
