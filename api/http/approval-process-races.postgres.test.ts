import { seedBilling } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newColleague } from '../testing/approval.ts'
import { checkoutOrderBody, choiceOf } from '../testing/bodies.ts'
import type { Callers, Reply } from '../testing/callers.ts'
import { countTogether, meet, openTwoProcesses, type TwoProcesses } from '../testing/two-processes.ts'
import { cookieOf, newEmail } from '../testing/verification.ts'

/** What approval-races.test.ts asks of one process, of two on one PostgreSQL. */

const ROUNDS = 40

let two: TwoProcesses
beforeAll(async () => {
  two = await openTwoProcesses()
}, 60_000)
afterAll(() => two.close())

interface Handed {
  id: string
  token: string
  choice: Record<string, unknown>
  approve(by: Callers): Promise<Reply>
  decline(by: Callers): Promise<Reply>
}

async function open() {
  const [one] = two.services
  // Buyers of their own, since one asks only so often in an hour.
  const billing = { ...seedBilling, email: newEmail() }
  const { data } = (await one.browserCall(checkoutOrderBody(two.merchant, { billing }))).body
  return { id: data.backd_order_id, token: data.token, choice: choiceOf(data.session) }
}

/** An order in a verified colleague's hands. */
async function hand(): Promise<Handed> {
  const [one] = two.services
  const order = await open()
  const email = newColleague()
  expect((await one.ask(order.token, { approver_email: email })).status).toBe(200)
  const [mail] = await two.query<{ text: string }>('select text from mailbox_messages where "to" = $1', [
    email,
  ])
  const link = /\/checkout\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  const cookie = cookieOf(await one.verify(link, '000000'))
  return {
    ...order,
    approve: (by) => by.sessionCall(link, order.choice, cookie),
    decline: (by) => by.decline(link, {}, cookie),
  }
}

const codeOf = ({ body }: Reply) => body.status.type
async function story(id: string): Promise<string[]> {
  const rows = await two.query<{ type: string }>(
    `select type from order_events where backd_order_id = $1 and type not like 'customer%' order by id`,
    [id],
  )
  return rows.map(({ type }) => type)
}

/** Lets two calls meet, each in another process, for a new order each round; `outcomes` are all that may come of it. */
async function race<Order extends { id: string }>(
  title: string,
  make: () => Promise<Order>,
  calls: [(by: Callers, order: Order) => Promise<Reply>, (by: Callers, order: Order) => Promise<Reply>],
  outcomes: [codes: [string, string], events: string[]][],
): Promise<void> {
  const rounds: Reply[][] = []
  const seen = outcomes.map(() => 0)
  for (let round = 0; round < ROUNDS; round++) {
    const order = await make()
    const [one, other] = round % 2 === 0 ? two.services : ([two.services[1], two.services[0]] as const)
    const replies = await meet(
      round,
      () => calls[0](one, order),
      () => calls[1](other, order),
    )
    const left = JSON.stringify([replies.map(codeOf), (await story(order.id)).slice(1)])
    const index = outcomes.findIndex((outcome) => JSON.stringify(outcome) === left)
    expect(index, left).toBeGreaterThanOrEqual(0)
    seen[index] = (seen[index] ?? 0) + 1
    rounds.push(replies)
  }
  const together = countTogether(two.services, rounds)
  console.log(`${title}: ${ROUNDS} rounds, ${together} in work together, won ${seen.join(' : ')}`)
  expect(together).toBeGreaterThan(0)
}

test('withdraw | approve', async () => {
  await race(
    'withdraw | approve',
    hand,
    [(by, { token }) => by.withdraw(token), (by, order) => order.approve(by)],
    [
      [
        ['success', 'approval_withdrawn'],
        ['approval_requested', 'approval_withdrawn'],
      ],
      [
        ['terms_already_selected', 'success'],
        ['approval_requested', 'terms_selected'],
      ],
    ],
  )
}, 120_000)

test('decline | approve', async () => {
  await race(
    'decline | approve',
    hand,
    [(by, order) => order.decline(by), (by, order) => order.approve(by)],
    [
      [
        ['success', 'approval_not_pending'],
        ['approval_requested', 'approval_declined'],
      ],
      [
        ['terms_already_selected', 'success'],
        ['approval_requested', 'terms_selected'],
      ],
    ],
  )
}, 120_000)

test('ask | the buyer selects', async () => {
  await race(
    'ask | select',
    open,
    [
      (by, { token }) => by.ask(token, { approver_email: newColleague() }),
      (by, { token, choice }) => by.sessionCall(token, choice),
    ],
    [
      [['success', 'approval_pending'], ['approval_requested']],
      [['terms_already_selected', 'success'], ['terms_selected']],
    ],
  )
}, 120_000)

test('ask | ask somebody else', async () => {
  const ask = (by: Callers, { token }: { token: string }) => by.ask(token, { approver_email: newColleague() })
  await race(
    'ask | ask',
    open,
    [ask, ask],
    [
      [['success', 'approval_pending'], ['approval_requested']],
      [['approval_pending', 'success'], ['approval_requested']],
    ],
  )
}, 120_000)
