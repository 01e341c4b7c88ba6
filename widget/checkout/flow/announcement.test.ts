import { expect, it } from 'vitest'
import { en } from '../i18n/en.ts'
import { createSession } from '../testing/sessions.ts'
import { announcement } from './announcement.ts'
import type { StateOf } from './state.ts'

const exit = { leads: { success: 'nowhere', close: 'nowhere' }, leave() {} } as const
const visit = { token: 't', session: createSession() }
const terms: StateOf<'terms'> = { screen: 'terms', visit, choice: { kind: 'none' }, notice: 'none' }

it.each([{ screen: 'handover', visit, from: terms } as const, { screen: 'approval', visit } as const])(
  'a wish to leave while something is being sent is announced: $screen',
  (state) => {
    const told = (afterwards?: 'stay' | 'leave') => announcement({ ...state, afterwards }, en, null, exit)
    expect([told(), told('stay')]).toEqual(['', ''])
    expect(told('leave')).toBe('This is being saved. The checkout closes right after.')
  },
)
