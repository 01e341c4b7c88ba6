// @vitest-environment jsdom
import { createHash } from 'node:crypto'
import Fastify from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import type { StoredMail } from '../../use-cases/ports/mailbox.ts'
import { mailboxPages } from './mailbox-pages.ts'

const mailOf = (id: string, more: Partial<StoredMail> = {}): StoredMail => ({
  id,
  to: `${id}@example.com`,
  subject: `Mail ${id}`,
  text: 'Look at it: https://pay.example/checkout/1',
  html: '<!doctype html><p style="color:red">Look at <a href="https://pay.example/checkout/1" target="_blank">it</a></p>',
  created_at: new Date('2026-11-21T21:04:00Z'),
  ...more,
})
const hostile = mailOf('eve', {
  to: '"><img src=x onerror=alert(1)>@example.com',
  subject: '</title><script>alert(1)</script>',
  text: '</pre><script>alert(2)</script>',
  html: '"></iframe><script>parent.alert(3)</script>',
})

let mails: StoredMail[] = []
const limits: number[] = []
const app = Fastify()
app.register(mailboxPages, {
  mailbox: {
    list: async (limit) => {
      limits.push(limit)
      return mails.slice(0, limit)
    },
    find: async (id) => mails.find((mail) => mail.id === id),
  },
  isUnavailable: () => false,
})
afterAll(() => app.close())

async function open(url: string) {
  const answer = await app.inject({ url })
  const document = new DOMParser().parseFromString(answer.body, 'text/html')
  return { ...answer, policy: String(answer.headers['content-security-policy']), document }
}
const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

describe('GET /sandbox/mailbox', () => {
  test('lists the mails as they come, each a link to its page', async () => {
    mails = [mailOf('newer'), mailOf('older')]
    const { statusCode, headers, document } = await open('/sandbox/mailbox')
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const links = [...document.querySelectorAll('main li a')]
    expect(links.map((link) => [link.getAttribute('href'), textOf(link)])).toEqual([
      ['/sandbox/mailbox/newer', 'newer@example.com Nov 21, 3:04 PM CST Mail newer'],
      ['/sandbox/mailbox/older', 'older@example.com Nov 21, 3:04 PM CST Mail older'],
    ])
    expect(limits).toEqual([100])
  })

  test('allows its own style and nothing else', async () => {
    const { policy, document } = await open('/sandbox/mailbox')
    const style = createHash('sha256')
      .update(document.querySelector('style')?.textContent ?? '')
      .digest('base64')
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${style}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    expect(document.querySelectorAll('script, [style]')).toHaveLength(0)
  })

  test('says how a mail comes here while there is none', async () => {
    mails = []
    expect(textOf((await open('/sandbox/mailbox')).document.querySelector('main'))).toMatch(
      /No mail yet Create an order with "notify_customer": true/,
    )
  })

  test('says that it shows the newest only when there may be more', async () => {
    mails = Array.from({ length: 100 }, (_, index) => mailOf(`m${index}`))
    expect(textOf((await open('/sandbox/mailbox')).document.querySelector('main'))).toContain(
      'The newest 100 are shown.',
    )
    mails.pop()
    expect(textOf((await open('/sandbox/mailbox')).document.querySelector('main'))).not.toContain('newest')
  })
})

describe('GET /sandbox/mailbox/:id', () => {
  test('shows who it went to, the mail in a frame without scripts, and its plain text', async () => {
    mails = [mailOf('joe')]
    const { statusCode, policy, document } = await open('/sandbox/mailbox/joe')
    expect(statusCode).toBe(200)
    expect(textOf(document.querySelector('h1'))).toBe('Mail joe')
    expect(textOf(document.querySelector('dl'))).toBe('To joe@example.com Time Nov 21, 3:04 PM CST')
    const frame = document.querySelector('iframe')
    expect(frame?.getAttribute('srcdoc')).toBe(mails[0]?.html)
    expect(frame?.getAttribute('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox')
    expect(frame?.title).toBe('The mail')
    expect(document.querySelector('pre')?.textContent).toBe(mails[0]?.text)
    expect(policy).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
  })

  test.each(['/sandbox/mailbox', '/sandbox/mailbox/eve'])('%s shows a hostile mail as text', async (url) => {
    mails = [hostile]
    const { document } = await open(url)
    expect(document.querySelectorAll('script, img')).toHaveLength(0)
    expect(document.body.textContent).toContain('</title><script>alert(1)</script>')
    expect(document.body.textContent).toContain(hostile.to)
  })

  test('keeps a hostile mail inside its frame', async () => {
    mails = [hostile]
    const { document } = await open('/sandbox/mailbox/eve')
    expect(document.querySelectorAll('iframe')).toHaveLength(1)
    expect(document.querySelector('iframe')?.getAttribute('srcdoc')).toBe(hostile.html)
  })

  test.each(['unknown', '%00', `${'x'.repeat(90)}`])('%s names no mail: 404 with a way back', async (id) => {
    const { statusCode, document } = await open(`/sandbox/mailbox/${id}`)
    expect(statusCode).toBe(404)
    expect(textOf(document.querySelector('h1'))).toBe('No such mail')
    expect(document.querySelector('nav a')?.getAttribute('href')).toBe('/sandbox/mailbox')
  })
})
