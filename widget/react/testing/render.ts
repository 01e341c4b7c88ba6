import { createElement, type ReactNode, act as reactAct, StrictMode, version } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach } from 'vitest'

/** Plain React of whichever major the test project has: what drives both at once would bring one of its own. */
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

export const act = reactAct
export const major = Number.parseInt(version, 10)

const mounted: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const unmount of mounted.splice(0)) await unmount()
})

/** Mounts a component under StrictMode, which in development mounts everything twice. */
export async function render(node: ReactNode) {
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  const draw = (next: ReactNode) => act(async () => root.render(createElement(StrictMode, null, next)))
  let isMounted = true
  const unmount = async () => {
    if (!isMounted) return
    isMounted = false
    await act(async () => root.unmount())
    container.remove()
  }
  mounted.push(unmount)
  await draw(node)
  return { container, rerender: draw, unmount }
}
