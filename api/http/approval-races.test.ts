import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHandover, type Handed, newColleague, sessionOf } from '../testing/approval.ts'
import { choiceOf } from '../testing/bodies.ts'
import { createTestApp, type Reply, type TestApp } from '../testing/test-app.ts'

/** What calls about a request leave behind that come at the same instant: one of them wins, and one event tells of it. */

let api: TestApp
let to: ReturnType<typeof createHandover>
beforeAll(async () => {
  api = await createTestApp()
  to = createHandover(api, await api.createMerchant({ verifyCustomer: true }))
})
afterAll(() => api.close())

const ROUNDS = 6
const codeOf = ({ body }: Reply) => body.status.type
const ends = ['approval_withdrawn', 'approval_declined', 'terms_selected']

/** The events by which requests begin and end, after the first one began. */
async function endsOf(id: string): Promise<string[]> {
  return (await api.events(id)).map(({ type }) => type).filter((type) => ends.includes(type))
}

const withdraw = ({ buyer }: Handed) => api.withdraw(buyer.token, buyer.cookie)
const decline = ({ colleague }: Handed) => api.decline(colleague.token, {}, colleague.cookie)
async function approver(handed: Handed): Promise<() => Promise<Reply>> {
  const choice = choiceOf(await sessionOf(api, handed.colleague))
  return () => api.sessionCall(handed.colleague.token, choice, handed.colleague.cookie)
}
const inTurns = <Result>(round: number, one: () => Result, other: () => Result): [Result, Result] => {
  if (round % 2 === 0) return [one(), other()]
  const second = other()
  return [one(), second]
}

test('withdraw | approve: the terms are selected or the request is taken back', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const handed = await to.handVerified()
    const approve = await approver(handed)
    const [withdrawn, approved] = await Promise.all(inTurns(round, () => withdraw(handed), approve))
    const won = approved.status === 200 ? 'terms_selected' : 'approval_withdrawn'
    expect([codeOf(withdrawn), codeOf(approved)]).toEqual(
      won === 'terms_selected' ? ['terms_already_selected', 'success'] : ['success', 'approval_withdrawn'],
    )
    expect(await endsOf(handed.id)).toEqual([won])
    const { status, approval } = await sessionOf(api, handed.buyer)
    expect([status, approval.state]).toEqual(
      won === 'terms_selected' ? ['terms_selected', 'approved'] : ['order_created', 'withdrawn'],
    )
  }
})

test('decline | approve, from the colleague’s two tabs: one answer stands', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const handed = await to.handVerified()
    const approve = await approver(handed)
    const [declined, approved] = await Promise.all(inTurns(round, () => decline(handed), approve))
    const won = approved.status === 200 ? 'terms_selected' : 'approval_declined'
    expect([codeOf(declined), codeOf(approved)]).toEqual(
      won === 'terms_selected' ? ['terms_already_selected', 'success'] : ['success', 'approval_not_pending'],
    )
    expect(await endsOf(handed.id)).toEqual([won])
  }
})

test('decline | withdraw: one of them ends it, and the other is told', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const handed = await to.handVerified()
    const [declined, withdrawn] = await Promise.all(
      inTurns(
        round,
        () => decline(handed),
        () => withdraw(handed),
      ),
    )
    const won = declined.status === 200 ? 'approval_declined' : 'approval_withdrawn'
    expect([codeOf(declined), codeOf(withdrawn)]).toEqual(
      won === 'approval_declined' ? ['success', 'approval_not_pending'] : ['approval_withdrawn', 'success'],
    )
    expect(await endsOf(handed.id)).toEqual([won])
  }
})

test('ask | ask somebody else: one is asked, and one mail is sent', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const buyer = await to.buyer()
    const mails = api.mails.length
    const ask = () => api.ask(buyer.token, { approver_email: newColleague() }, buyer.cookie)
    const replies = await Promise.all([ask(), ask(), ask()])
    expect(replies.map(codeOf).sort()).toEqual(['approval_pending', 'approval_pending', 'success'])
    expect(api.mails).toHaveLength(mails + 1)
    expect((await api.events(buyer.id)).map(({ type }) => type)).toEqual([
      'order_created',
      'approval_requested',
    ])
  }
})

test('ask | ask the same: both are answered the same, and one mail is sent', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const buyer = await to.buyer()
    const mails = api.mails.length
    const body = { approver_email: newColleague(), note: 'Please' }
    const replies = await Promise.all([1, 2, 3].map(() => api.ask(buyer.token, body, buyer.cookie)))
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect(codeOf(replies[0] as Reply)).toBe('success')
    expect(api.mails).toHaveLength(mails + 1)
  }
})

test('ask | the buyer selects: the colleague has the order or the buyer has chosen', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const buyer = await to.buyer()
    const choice = choiceOf(await sessionOf(api, buyer))
    const [asked, selected] = await Promise.all(
      inTurns(
        round,
        () => api.ask(buyer.token, { approver_email: newColleague() }, buyer.cookie),
        () => api.sessionCall(buyer.token, choice, buyer.cookie),
      ),
    )
    const won = selected.status === 200 ? 'terms_selected' : 'approval_requested'
    expect([codeOf(asked), codeOf(selected)]).toEqual(
      won === 'terms_selected' ? ['terms_already_selected', 'success'] : ['success', 'approval_pending'],
    )
    const types = (await api.events(buyer.id)).map(({ type }) => type)
    expect(types.filter((type) => type.startsWith('terms') || type.startsWith('approval'))).toEqual([won])
  }
})

test('approve | approve, from two tabs: both are told the same', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const handed = await to.handVerified()
    const approve = await approver(handed)
    const replies = await Promise.all([approve(), approve(), approve()])
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect(codeOf(replies[0] as Reply)).toBe('success')
    expect(await endsOf(handed.id)).toEqual(['terms_selected'])
  }
})

test('reads of either side while it is decided never show half of it', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const handed = await to.handVerified()
    const approve = await approver(handed)
    const read = () => sessionOf(api, handed.buyer)
    const [, ...sessions] = await Promise.all([approve(), read(), read(), read(), read()])
    for (const { status, approval } of sessions) {
      expect(['order_created pending', 'terms_selected approved']).toContain(`${status} ${approval.state}`)
    }
  }
})
