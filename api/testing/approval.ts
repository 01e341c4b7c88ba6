import type { Reply, TestApp, TestMerchant } from './test-app.ts'
import { cookieOf, createOpeners, type Opened } from './verification.ts'

let lastColleague = 0

/** An address that no other test has. */
export function newColleague(): string {
  lastColleague += 1
  return `approver-${lastColleague}@acme.example`
}

/** Somebody with a link, and the cookie of the browser that it was verified in. */
export interface Holding {
  token: string
  cookie: string | undefined
}

/** A buyer whose order is in a colleague's hands. */
export interface Handed {
  id: string
  buyer: Opened & Holding
  colleague: Holding & { email: string }
  asked: Reply
}

/** The token of the link that the newest mail to an address holds; empty when there is none. */
export function linkFor(api: TestApp, email: string): string {
  const text = api.mails.findLast(({ to, text }) => to === email && text.includes('/checkout/'))?.text ?? ''
  return /\/checkout\/([\w-]{43})/.exec(text)?.[1] ?? ''
}

/** Ways to have orders of a merchant in somebody's hands. */
export function createHandover(api: TestApp, merchant: TestMerchant) {
  const open = createOpeners(api, merchant)

  /** A page's buyer, verified where the merchant wants that. */
  const buyer = async (): Promise<Opened & Holding> => {
    const opened = await open.page()
    const { state } = opened.session.verification
    const cookie = state === 'required' ? cookieOf(await api.verify(opened.token, '000000')) : undefined
    return { ...opened, cookie }
  }

  const hand = async (body: Record<string, unknown> = {}): Promise<Handed> => {
    const by = await buyer()
    const email = newColleague()
    const asked = await api.ask(by.token, { approver_email: email, ...body }, by.cookie)
    return {
      id: by.id,
      buyer: by,
      asked,
      colleague: { email, token: linkFor(api, email), cookie: undefined },
    }
  }

  /** The same, with the colleague's link verified. */
  const handVerified = async (body: Record<string, unknown> = {}): Promise<Handed> => {
    const handed = await hand(body)
    const cookie = cookieOf(await api.verify(handed.colleague.token, '000000'))
    return { ...handed, colleague: { ...handed.colleague, cookie } }
  }

  return { open, buyer, hand, handVerified }
}

/** The session that somebody's link opens. */
export async function sessionOf(api: TestApp, { token, cookie }: Holding): Promise<Reply['body']> {
  return (await api.sessionCall(token, undefined, cookie)).body.data
}
