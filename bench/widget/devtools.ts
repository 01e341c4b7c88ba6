import { setTimeout as wait } from 'node:timers/promises'

/** A bare client of the DevTools protocol, beside Playwright's: it reaches frames that live in processes of their own. */

export interface Target {
  sessionId: string
  targetId: string
  type: string
  url: string
}

interface Reply {
  id?: number
  result?: unknown
  error?: { message: string }
  method?: string
  params?: { sessionId: string; targetInfo: { targetId: string; type: string; url: string } }
  sessionId?: string
}

export interface Devtools {
  send<Result = unknown>(method: string, params?: object, sessionId?: string): Promise<Result>
  /** The page or frame, in a process of its own, whose address begins so. @throws Error if none comes within 10 s */
  find(url: string): Promise<Target>
  close(): void
}

/**
 * Attaches to every target before its first script has run. A frame of another site is a target of its own, which what
 * was set on its page does not reach; so this is done anew from each one.
 * @param port of the browser's --remote-debugging-port
 * @param prepare is awaited before the target runs
 */
export async function openDevtools(
  port: number,
  prepare: (send: Devtools['send'], target: Target) => Promise<unknown>,
): Promise<Devtools> {
  const version = await (await fetch(`http://127.0.0.1:${port}/json/version`)).json()
  const socket = new WebSocket((version as { webSocketDebuggerUrl: string }).webSocketDebuggerUrl)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const targets = new Map<string, Target>()
  let drawn = 0

  const send = <Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> =>
    new Promise<unknown>((resolve, reject) => {
      drawn += 1
      pending.set(drawn, { resolve, reject })
      socket.send(JSON.stringify({ id: drawn, method, params, ...(sessionId && { sessionId }) }))
    }) as Promise<Result>
  const attachBelow = (sessionId?: string) =>
    send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, sessionId)

  socket.onmessage = ({ data }) => {
    const { id, result, error, method, params } = JSON.parse(String(data)) as Reply
    if (id !== undefined) {
      const call = pending.get(id)
      pending.delete(id)
      return error ? call?.reject(new Error(error.message)) : call?.resolve(result)
    }
    if (!params) return
    if (method === 'Target.detachedFromTarget') targets.delete(params.sessionId)
    if (method === 'Target.attachedToTarget') {
      const target = { sessionId: params.sessionId, ...params.targetInfo }
      targets.set(target.sessionId, target)
      // A target that is gone meanwhile needs nothing any more.
      void Promise.allSettled([attachBelow(target.sessionId), prepare(send, target)]).then(() =>
        send('Runtime.runIfWaitingForDebugger', {}, target.sessionId).catch(() => {}),
      )
    }
    if (method === 'Target.targetInfoChanged') {
      for (const target of targets.values()) {
        if (target.targetId === params.targetInfo.targetId) target.url = params.targetInfo.url
      }
    }
  }
  // So that a target's address is told when it changes.
  await send('Target.setDiscoverTargets', { discover: true })
  await attachBelow()
  const find = async (url: string) => {
    for (let tries = 0; tries < 200; tries++) {
      // The newest: what an earlier visit left may still be there.
      const target = [...targets.values()].findLast((one) => one.url.startsWith(url))
      if (target) return target
      await wait(50)
    }
    throw new Error(`no document at ${url}`)
  }
  return { send, find, close: () => socket.close() }
}
