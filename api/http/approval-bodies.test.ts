import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHandover } from '../testing/approval.ts'
import { isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

/** What may stand in a request to a colleague, and in their answer. */

let api: TestApp
let merchant: TestMerchant
let to: ReturnType<typeof createHandover>
beforeAll(async () => {
  api = await createTestApp({ CODES_PER_HOUR: '5' })
  merchant = await api.createMerchant({ verifyCustomer: true })
  to = createHandover(api, merchant)
})
afterAll(() => api.close())

const mailsTo = (email: string) => api.mails.filter((mail) => mail.to === email)

describe('a body that is none', () => {
  const post = (path: string, payload: string, type = 'application/json') =>
    api.call({
      method: 'POST',
      url: `/checkout/api/session/${path}`,
      headers: { authorization: `Bearer ${'q'.repeat(43)}`, 'content-type': type },
      payload,
    })

  test.each([
    [{}, 'approver_email'],
    [{ approver_email: null }, 'approver_email'],
    [{ approver_email: 'mary' }, 'approver_email'],
    [{ approver_email: 'a@b.example\r\nBcc: all@example.com' }, 'approver_email'],
    [{ approver_email: 'a@b.example, c@d.example' }, 'approver_email'],
    [{ approver_email: 'Mary <mary@acme.example>' }, 'approver_email'],
    [{ approver_email: `${'a'.repeat(250)}@b.example` }, 'approver_email'],
    [{ approver_email: 'märy@acme.example' }, 'approver_email'],
    [{ approver_email: ['mary@acme.example'] }, 'approver_email'],
    [{ approver_email: 'mary@acme.example', note: 'n'.repeat(10_000) }, 'note'],
    [{ approver_email: 'mary@acme.example', note: 'n\0' }, 'note'],
    [{ approver_email: 'mary@acme.example', note: '\ud800' }, 'note'],
    [{ approver_email: 'mary@acme.example', note: 5 }, 'note'],
    [{ approver_email: 'mary@acme.example', nots: 'x' }, 'nots'],
  ])('%j is refused by its field', async (body, path) => {
    const reply = await post('approval', JSON.stringify(body))
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    expect(reply.body.errors[0].path).toBe(path)
  })

  test.each([[{ reason: 'r'.repeat(501) }], [{ reason: 'r\0' }], [{ reason: {} }], [{ why: 'x' }], [[]]])(
    'nor is a reason like %j taken',
    async (body) => {
      expect(isRefusal(await post('approval/decline', JSON.stringify(body)), 400, 'invalid_request')).toBe(
        true,
      )
    },
  )

  test('nor what is no JSON, or nothing', async () => {
    expect(isRefusal(await post('approval', '{'), 400, 'invalid_request')).toBe(true)
    expect(isRefusal(await post('approval', 'x', 'text/plain'), 415, 'unsupported_media_type')).toBe(true)
    expect((await post('approval/decline', '')).status).toBe(400)
  })

  test.each([500, 250])('but %i characters, with emoji, are kept to the last', async (length) => {
    const note = length === 500 ? 'é'.repeat(500) : '🧾'.repeat(250)
    const { asked, colleague } = await to.hand({ note })
    expect(asked.body.data.approval.note).toBe(note)
    expect(mailsTo(colleague.email)[0]?.text).toContain(note)
  })

  test.each(['', '  \r\n ', null])('and a note of %j is none', async (note) => {
    const { asked } = await to.hand({ note })
    expect(asked.body.data.approval.note).toBeNull()
  })

  test('without a token is refused', async () => {
    for (const [method, path] of [
      ['POST', 'approval'],
      ['DELETE', 'approval'],
      ['POST', 'approval/decline'],
    ] as const) {
      const reply = await api.call({ method, url: `/checkout/api/session/${path}` })
      expect(isRefusal(reply, 401, 'unauthorized')).toBe(true)
    }
  })
})
