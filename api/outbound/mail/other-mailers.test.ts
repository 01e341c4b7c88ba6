import { expect, test } from 'vitest'
import type { Mail } from '../../use-cases/ports/mailer.ts'
import { withBounces } from './bouncing-mailer.ts'
import { createMailboxMailer } from './mailbox-mailer.ts'
import { createSilentMailer } from './silent-mailer.ts'

const mail: Mail = { to: 'joe@example.com', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' }
const reading = { list: async () => [], find: async () => undefined }

test('the mailbox keeps the mail: taken', async () => {
  const kept: Mail[] = []
  const mailer = createMailboxMailer(
    { ...reading, add: async (added) => void kept.push(added) },
    { report: () => expect.unreachable() },
  )
  expect(await mailer.send(mail)).toBe('taken')
  expect(kept).toEqual([mail])
})

test('a mailbox that fails: failed, and it is reported', async () => {
  const reports: string[] = []
  const mailer = createMailboxMailer(
    { ...reading, add: () => Promise.reject(new Error('disk full')) },
    { report: (error) => reports.push((error as Error).message) },
  )
  expect(await mailer.send(mail)).toBe('failed')
  expect(reports).toEqual(['disk full'])
})

test('without a mail server nobody is notified: failed', async () => {
  expect(await createSilentMailer().send(mail)).toBe('failed')
})

test('in the sandbox one address is refused, and the others are the mailer’s', async () => {
  const mailer = withBounces({ send: async () => 'taken' })
  expect(await mailer.send({ ...mail, to: 'bounce@sandbox.backd.example' })).toBe('refused')
  expect(await mailer.send(mail)).toBe('taken')
})
