import { desc, eq } from 'drizzle-orm'
import type { MailboxRepository, StoredMail } from '../use-cases/ports/mailbox.ts'
import type { Handle } from './handle.ts'
import { mailboxMessages } from './schema.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function createMailboxRepository(db: Handle): MailboxRepository {
  return {
    async add({ to, subject, text, html }) {
      await db.insert(mailboxMessages).values({ to, subject, text, html })
    },

    async list(limit) {
      const rows = await db
        .select()
        .from(mailboxMessages)
        .orderBy(desc(mailboxMessages.createdAt), desc(mailboxMessages.sequence))
        .limit(limit)
      return rows.map(rowToMail)
    },

    async find(id) {
      if (!UUID.test(id)) return undefined
      const [row] = await db.select().from(mailboxMessages).where(eq(mailboxMessages.id, id))
      return row && rowToMail(row)
    },
  }
}

function rowToMail({ createdAt, sequence: _, ...mail }: typeof mailboxMessages.$inferSelect): StoredMail {
  return { ...mail, created_at: createdAt }
}
