import { describe, expect, test } from 'vitest'
import { writeOrderLinkMail } from './order-link-mail.ts'

const notice = {
  to: 'joe@example.com',
  language: 'en' as const,
  merchantName: 'Northwind Office Supply',
  merchantOrderId: 'JKLMO4321',
  orderTotalCents: 895_000,
  customerUrl: 'https://pay.backd.example/checkout/Zm9vYmFyYmF6',
  expiresAt: new Date('2026-11-28T21:04:00Z'),
}

describe('the order link mail', () => {
  const mail = writeOrderLinkMail(notice)

  test('names the merchant and the total in its subject', () => {
    expect(mail).toMatchObject({
      to: 'joe@example.com',
      subject: 'Your $8,950.00 order from Northwind Office Supply: choose your payment terms',
    })
  })

  test.each(['text', 'html'] as const)(
    'says the same in its %s: merchant, order, total, link, until when',
    (part) => {
      for (const fact of [
        'Northwind Office Supply',
        'JKLMO4321',
        '$8,950.00',
        'https://pay.backd.example/checkout/Zm9vYmFyYmF6',
        'Saturday, November 28, 2026 at 3:04 PM CST',
        'You owe nothing before you confirm',
      ]) {
        expect(mail[part]).toContain(fact)
      }
    },
  )

  test('counts the hour as Chicago does in summer', () => {
    const { text } = writeOrderLinkMail({ ...notice, expiresAt: new Date('2026-07-01T00:30:00Z') })
    expect(text).toContain('Tuesday, June 30, 2026 at 7:30 PM CDT')
  })

  test('loads nothing: no image, script, font or style sheet from anywhere', () => {
    expect(mail.html).not.toMatch(/<(img|script|link|iframe)\b|url\(|@import/i)
  })

  test('opens its links in a new tab, and they lead to the customer URL alone', () => {
    const links = [...mail.html.matchAll(/<a href="([^"]*)" target="_blank"/g)].map(([, href]) => href)
    expect(links).toEqual([notice.customerUrl, notice.customerUrl])
    expect(mail.html.match(/href=/g)).toHaveLength(2)
  })
})

describe('what a merchant is called', () => {
  test('is text in the HTML, never markup', () => {
    const merchantName = `</style><script>alert("1")</script><img src=x onerror='1'>`
    const { html } = writeOrderLinkMail({ ...notice, merchantName, merchantOrderId: '"><b>' })
    expect(html).not.toMatch(/<script|<img|"><b>/)
    expect(html).toContain(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x onerror=&#39;1&#39;&gt;',
    )
  })

  test('stays on one line, so that it begins no header', () => {
    const { subject, text } = writeOrderLinkMail({
      ...notice,
      merchantName: 'Acme\r\nBcc: everyone@example.com\u2028\u0000\u202eInc',
    })
    expect(subject).toBe(
      'Your $8,950.00 order from Acme Bcc: everyone@example.com Inc: choose your payment terms',
    )
    expect(text).not.toMatch(/^Bcc/m)
  })

  test('is cut when it is very long, and never inside a character', () => {
    const { subject } = writeOrderLinkMail({ ...notice, merchantName: '🧾'.repeat(400) })
    expect(subject).toContain(`${'🧾'.repeat(119)}…:`)
    expect(subject.isWellFormed()).toBe(true)
  })
})
