import { expect, it } from 'vitest'
import { en } from '../i18n/en.ts'
import { createSession } from '../testing/sessions.ts'
import { announcement } from './announcement.ts'
import type { StateOf } from './state.ts'

const exit = { leads: { success: 'nowhere', close: 'nowhere' }, leave() {} } as const
const visit = { token: 't', session: createSession() }
const terms: StateOf<'terms'> = { screen: 'terms', visit, choice: { kind: 'none' }, notice: 'none' }

const told = (state: StateOf<'handover' | 'approval'>, afterwards?: 'stay' | 'leave') =>
  announcement({ ...state, afterwards }, en, null, exit)

it('a wish to leave while a request or a no is being sent is announced', () => {
  const form: StateOf<'handover'> = { screen: 'handover', visit, from: terms }
  expect([told(form), told(form, 'stay')]).toEqual(['', ''])
  expect(told(form, 'leave')).toBe('This is being saved. The checkout closes right after.')
})

it('while a request is being taken back the screen says it itself, and once', () => {
  expect(told({ screen: 'approval', visit }, 'leave')).toBe('')
})
