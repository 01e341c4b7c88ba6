import { expect, test } from 'vitest'
import type { Mail } from '../../use-cases/ports/mailer.ts'
import { createMailboxMailer } from './mailbox-mailer.ts'
import { createSilentMailer } from './silent-mailer.ts'

const mail: Mail = { to: 'joe@example.com', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' }
const reading = { list: async () => [], find: async () => undefined }

test('the mailbox keeps the mail: true', async () => {
  const kept: Mail[] = []
  const mailer = createMailboxMailer(
    { ...reading, add: async (added) => void kept.push(added) },
    { report: () => expect.unreachable() },
  )
  expect(await mailer.send(mail)).toBe(true)
  expect(kept).toEqual([mail])
})

test('a mailbox that fails: false, and it is reported', async () => {
  const reports: string[] = []
  const mailer = createMailboxMailer(
    { ...reading, add: () => Promise.reject(new Error('disk full')) },
    { report: (error) => reports.push((error as Error).message) },
  )
  expect(await mailer.send(mail)).toBe(false)
  expect(reports).toEqual(['disk full'])
})

test('without a mail server nobody is notified: false', async () => {
  expect(await createSilentMailer().send(mail)).toBe(false)
})
