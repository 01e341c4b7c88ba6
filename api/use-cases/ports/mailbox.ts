import type { Mail } from './mailer.ts'

export interface StoredMail extends Mail {
  id: string
  created_at: Date
}

/** The sandbox's own mailbox: mails that were kept instead of sent. */
export interface MailboxRepository {
  add(mail: Mail): Promise<void>
  /** The newest first, at most `limit`. */
  list(limit: number): Promise<StoredMail[]>
  /** Any string may be asked for, as it comes from an address; one that names no mail gives undefined. */
  find(id: string): Promise<StoredMail | undefined>
}
