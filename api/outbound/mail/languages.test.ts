import { languages } from '@backd/contract/locale.ts'
import { createOffer } from '@backd/contract/plans.ts'
import { describe, expect, test } from 'vitest'
import type { Mail } from '../../use-cases/ports/mailer.ts'
import { writeApprovalMail } from './approval-mail.ts'
import { writeCodeMail } from './code-mail.ts'
import { writeDeclinedMail } from './declined-mail.ts'
import { writeOrderLinkMail } from './order-link-mail.ts'
import { writeTermsMail } from './terms-mail.ts'

const HOSTILE = `<img src=x onerror='1'> & "Söhne"`
const plan = {
  id: 'm3',
  name: 'Plan',
  payments: 3,
  interval: { unit: 'month', count: 1 },
  fee_bps: 250,
} as const

/** Every mail that we write. */
function mailsIn(language: (typeof languages)[number], name: string): Record<string, Mail> {
  const order = {
    to: 'mary@acme.example',
    language,
    merchantName: name,
    merchantOrderId: name,
    orderTotalCents: 895_000,
    expiresAt: new Date('2026-04-23T15:00:00Z'),
  }
  const approvalUrl = 'https://pay.example/checkout/x'
  const terms = {
    ...order,
    backdOrderId: 'BO-1',
    offer: createOffer(plan, 895_000, '2026-04-16'),
    agreementVersion: '2026-04',
  }
  return {
    'order link': writeOrderLinkMail({ ...order, customerUrl: approvalUrl }),
    code: writeCodeMail({ ...order, code: '123456' }),
    approval: writeApprovalMail({ ...order, requestedBy: name, note: name, approvalUrl }),
    'approval of somebody unknown': writeApprovalMail({
      ...order,
      requestedBy: undefined,
      note: undefined,
      approvalUrl,
    }),
    declined: writeDeclinedMail({ ...order, declinedBy: name, reason: name }),
    'declined silently': writeDeclinedMail({ ...order, declinedBy: name, reason: undefined }),
    terms: writeTermsMail(terms),
    'terms approved': writeTermsMail({ ...terms, approvedBy: name }),
  }
}

const textOf = (html: string) => html.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]+>/g, ' ')

describe.each(languages)('in %s', (language) => {
  test.each(Object.entries(mailsIn(language, HOSTILE)))(
    'the mail of %s shows names as text',
    (_, { subject, text, html }) => {
      expect(html).toContain(`<html lang="${language}">`)
      expect(html).not.toMatch(/<img|& "|onerror='/)
      expect(html).toContain('&lt;img src=x onerror=&#39;1&#39;&gt; &amp; &quot;Söhne&quot;')
      expect(html).not.toMatch(/&amp;(amp|lt|quot|#39);/)
      expect(subject + text).not.toMatch(/&(amp|lt|quot|#39);/)
    },
  )
})

test.each(Object.entries(mailsIn('es', 'Acme')))('the Spanish mail of %s has no English', (_, mail) => {
  for (const said of [mail.subject, mail.text, textOf(mail.html)]) {
    expect(said).not.toMatch(/\b(your|you|the|and|order|asked|from|agreement|version|nothing|link)\b/i)
  }
})

test('Spanish dates and amounts are those of the United States', () => {
  const { approval, terms } = mailsIn('es', 'Acme')
  expect(approval?.text).toMatch(/Enlace abierto hasta: jueves, 23 de abril de 2026, 10:00 a\.m\. CDT/)
  expect(approval?.subject).toBe('Acme le pide que apruebe $8,950.00 en Acme')
  expect(terms?.text).toMatch(/sáb, 16 de may de 2026: +\$3,057\.92/)
})

test('no line of plain text is longer than a mail client shows, and a link stays whole', () => {
  for (const { text } of Object.values(mailsIn('es', 'Acme'))) {
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(121)
    if (text.includes('https')) expect(text).toMatch(/^https:\/\/pay\.example\/checkout\/x$/m)
  }
})
