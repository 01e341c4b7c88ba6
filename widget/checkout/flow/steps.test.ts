import { expect, it } from 'vitest'
import { createSession, createUnverifiedSession } from '../testing/sessions.ts'
import { stepOf } from './steps.ts'

it('verifying counts as a step where it is one', () => {
  expect(stepOf('verify', createUnverifiedSession())).toEqual({ at: 1, of: 3 })
  const verified = createSession({ verification: { state: 'done', email: 'j•••@acme.example' } })
  expect(stepOf('terms', verified)).toEqual({ at: 2, of: 3 })
  expect(stepOf('review', verified)).toEqual({ at: 3, of: 3 })
  expect(stepOf('terms', createSession())).toEqual({ at: 1, of: 2 })
  expect(stepOf('review', createSession())).toEqual({ at: 2, of: 2 })
})
