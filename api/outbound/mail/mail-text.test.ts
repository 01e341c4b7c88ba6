import { expect, test } from 'vitest'
import { writeApprovalMail } from './approval-mail.ts'
import { writeDeclinedMail } from './declined-mail.ts'
import { callersLine, linesOf, personsName } from './mail-text.ts'
import { writeOrderLinkMail } from './order-link-mail.ts'

const EVIL = 'Security alert: sign in at https://evil.example/login - www.evil.example'
const order = {
  to: 'mary@acme.example',
  language: 'en' as const,
  merchantName: 'Northwind Office Supply',
  merchantOrderId: 'evil.example/pay',
  orderTotalCents: 895000,
}
const expiresAt = new Date('2026-04-23T15:00:00Z')

test('neither the buyer’s name nor their words nor an id bring a stranger’s link into our mails', () => {
  const mails = [
    writeApprovalMail({
      ...order,
      requestedBy: EVIL,
      note: 'Pay at evil.example/pay, or evil.example',
      approvalUrl: 'http://localhost:4000/checkout/x',
      expiresAt,
    }),
    writeDeclinedMail({ ...order, declinedBy: EVIL, reason: 'See evil.example:8080' }),
    writeOrderLinkMail({ ...order, customerUrl: 'http://localhost:4000/checkout/x', expiresAt }),
  ]
  for (const { subject, text, html } of mails) {
    for (const part of [subject, text, html]) expect(part).not.toMatch(/evil\.example/)
    expect(html).toContain('[link left out]')
  }
  expect(mails[0]?.subject).toBe(
    'Security alert: sign in at [link left out] - [link left out] asks you to approve $8,950.00 at Northwind Office Supply',
  )
})

test.each(['\u202e', '\u200b \u2066', ''])('a name of which nothing is seen, %j, is none', (requestedBy) => {
  const approvalUrl = 'http://localhost:4000/checkout/x'
  const wish = { ...order, note: 'Hello', approvalUrl, expiresAt }
  expect(writeApprovalMail({ ...wish, requestedBy })).toEqual(
    writeApprovalMail({ ...wish, requestedBy: undefined }),
  )
})

test.each([
  ['evil.example/pay', '[link left out]'],
  ['(Evil.Example/pay?x=1)', '([link left out]'],
  ['evil.example', 'evil. example'],
  ['...evil.example', '...evil. example'],
  ['sub.evil.example', 'sub. evil. example'],
  ['évil.example#x', '[link left out]'],
  ['evil。example/pay', '[link left out]'],
  ['xn--vil-9la.xn--p1ai/x', '[link left out]'],
  ['10.0.0.1/pay', '[link left out]'],
  ['foo@evil.example/pay', 'foo@[link left out]'],
  ['https://evil.example', '[link left out]'],
  ['awww... fine', 'awww... fine'],
  ['ftp://x', '[link left out]'],
])('%j becomes %j', (text, expected) => {
  expect(linesOf(text)[0]).toBe(expected)
})

test.each([
  '3.5',
  '3.5/4 desks',
  'e.g. chairs, i.e. seats',
  'at 9 a.m., 1.200.50',
  'U.S.A',
  'mary@acme.example',
  'Mary: mary@sub.acme.example.',
  'Wait... what?',
  'and/or',
])('%j stays', (text) => {
  expect(linesOf(text)).toEqual([text])
})

test('a name is not long, an address whole, and no name holds one', () => {
  expect(personsName('x'.repeat(80))).toBe(`${'x'.repeat(59)}…`)
  const address = `${'x'.repeat(60)}@acme.example`
  expect(personsName(address)).toBe(address)
  expect(personsName('Write to help@evil.example')).toBe('Write to help @ evil. example')
  expect(callersLine('ORD-2026.17')).toBe('ORD-2026.17')
})
