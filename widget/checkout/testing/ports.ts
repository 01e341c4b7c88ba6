import type { CheckoutMessage } from '@backd/contract/frame/messages.ts'
import type { FlowPorts } from '../flow/use-flow.ts'
import type { Answer, CheckoutApi } from '../ports/api.ts'
import type { Clock } from '../ports/clock.ts'
import { createModalExit } from '../ports/exit.ts'
import type { HostHandlers, HostPort } from '../ports/host.ts'
import type { PageHistory } from '../ports/page-history.ts'
import type { Wake } from '../ports/wake.ts'

/** A clock whose time passes only when told. */
export function createFakeClock(): Clock & { pass(ms: number): void } {
  let now = 0
  const alarms = new Set<{ at: number; action: () => void }>()
  return {
    after(delayMs, action) {
      const alarm = { at: now + delayMs, action }
      alarms.add(alarm)
      return () => void alarms.delete(alarm)
    },
    pass(ms) {
      now += ms
      for (const alarm of [...alarms]) {
        if (alarm.at <= now && alarms.delete(alarm)) alarm.action()
      }
    },
  }
}

/** A merchant's page that records what it hears and says what it is told to. */
export function createFakeHost(): HostPort & {
  heard: CheckoutMessage[]
  handlers: HostHandlers | null
} {
  const host = {
    surroundings: 'framed' as const,
    heard: [] as CheckoutMessage[],
    handlers: null as HostHandlers | null,
    listen(handlers: HostHandlers) {
      host.handlers = handlers
      return () => {
        host.handlers = null
      }
    },
    post: (message: CheckoutMessage) => void host.heard.push(message),
  }
  return host
}

type Method = keyof CheckoutApi
type Data<Name extends Method> = Awaited<ReturnType<CheckoutApi[Name]>> extends Answer<infer D> ? D : never
type Next<Name extends Method> = Answer<Data<Name>> | Promise<Answer<Data<Name>>>
type Script = { [Name in Method]?: Next<Name>[] }

/** An API that answers from a script, in order, and keeps what it was asked. A call past the script stays open. */
export function createFakeApi(script: Script): CheckoutApi & { asked: [Method, ...unknown[]][] } {
  const asked: [Method, ...unknown[]][] = []
  const answer = <Name extends Method>(name: Name, ...details: unknown[]): Promise<Answer<Data<Name>>> => {
    asked.push([name, ...details])
    const next = (script[name] as Next<Name>[] | undefined)?.shift()
    return next ? Promise.resolve(next) : new Promise(() => {})
  }
  return {
    asked,
    createOrder: (body, token) => answer('createOrder', body, ...(token === undefined ? [] : [token])),
    readSession: (token) => answer('readSession', token),
    sendCode: (token) => answer('sendCode', token),
    verifyCode: (token, code) => answer('verifyCode', token, code),
    selectTerms: (token, terms) => answer('selectTerms', token, terms),
    askColleague: (token, request) => answer('askColleague', token, request),
    withdraw: (token) => answer('withdraw', token),
    decline: (token, given) => answer('decline', token, given),
  }
}

/** A page that the customer comes back to when told. */
export function createFakeWake(): Wake & { comeBack(): void } {
  const listeners = new Set<() => void>()
  return {
    comeBack: () => {
      for (const action of listeners) action()
    },
    listen(action) {
      listeners.add(action)
      return () => void listeners.delete(action)
    },
  }
}

/** A tab's history whose buttons can be pressed. */
export function createFakeHistory(): PageHistory & {
  level: number
  press(direction: 'back' | 'forward'): void
} {
  let hear: Parameters<PageHistory['listen']>[0] = () => {}
  const history = {
    level: 0,
    moveTo(level: number) {
      history.level = level
    },
    listen(handle: typeof hear) {
      hear = handle
      return () => {}
    },
    press(direction: 'back' | 'forward') {
      history.level += direction === 'back' ? -1 : 1
      hear(direction, history.level)
    },
  }
  return history
}

/** Everything a modal needs, all of it fake. */
export function createFakePorts(script: Script = {}) {
  const host = createFakeHost()
  const clock = createFakeClock()
  const api = createFakeApi(script)
  const wake = createFakeWake()
  const history = createFakeHistory()
  return { host, clock, api, wake, history, exit: createModalExit(host) } satisfies FlowPorts
}
