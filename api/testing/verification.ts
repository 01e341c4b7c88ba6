import { seedBilling, seedMode } from '@backd/contract/examples.ts'
import { checkoutOrderBody, createOrderBody } from './bodies.ts'
import type { Reply, TestApp, TestMerchant } from './test-app.ts'

let lastAddress = 0

/** A billing address that no other test has, so that their codes are not counted together. */
export function newEmail(): string {
  lastAddress += 1
  return `buyer-${lastAddress}@acme.example`
}

export interface Opened {
  id: string
  token: string
  email: string
  session: Reply['body']
}

/** Ways to open the checkout of a merchant that verifies its customers. */
export function createOpeners(api: TestApp, merchant: TestMerchant) {
  const open = async (email: string, changes: object): Promise<Opened> => {
    const body = checkoutOrderBody(merchant, { billing: { ...seedBilling, email }, ...changes })
    const { data } = (await api.browserCall(body)).body
    return { id: data.backd_order_id, token: data.token, email, session: data.session }
  }
  return {
    modal: (email = newEmail()) => open(email, {}),
    page: (email = newEmail()) => open(email, { mode: seedMode }),
    /** An order that the merchant's server made, with or without a billing contact. */
    async server(changes: Record<string, unknown>): Promise<Opened> {
      const { data } = (await api.merchantCall(merchant, '/create_order', createOrderBody(changes))).body
      const token = data.customer_url.split('/').at(-1)
      const session = (await api.sessionCall(token)).body.data
      return { id: data.backd_order_id, token, email: '', session }
    },
  }
}

/** The code of the newest mail to an address. */
export function codeFor(api: TestApp, email: string): string {
  const text = api.mails.findLast(({ to }) => to === email)?.text ?? ''
  return /^(\d{6})$/m.exec(text)?.[1] ?? ''
}

/** Six digits that are not these. */
export function otherThan(code: string): string {
  return code === '111111' ? '222222' : '111111'
}

/** The name and value of the cookie that a reply sets. */
export function cookieOf(reply: Reply): string {
  return String(reply.headers['set-cookie'] ?? '').split(';')[0] ?? ''
}

/** How a link's session says that its holder stands. */
export async function verificationOf(api: TestApp, token: string, cookie?: string): Promise<Reply['body']> {
  return (await api.sessionCall(token, undefined, cookie)).body.data.verification
}
