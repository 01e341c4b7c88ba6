import { useEffect } from 'preact/hooks'
import { type FlowState, type Opening, taskOf } from './flow/state.ts'
import { type FlowPorts, useFlow } from './flow/use-flow.ts'
import { useSlow } from './flow/use-slow.ts'
import { useI18n } from './i18n/i18n.ts'
import { LaterPanel } from './parts/later-panel.tsx'
import { announcementPart, companionPart, loadParts, preparingPart, stopEndingPart } from './parts/parts.ts'
import { Screen } from './screen.tsx'
import { Announcer } from './ui/announcer.tsx'

interface AppProps {
  opening: Opening
  ports: FlowPorts
}

/** What is shown while the words are under way: the places of the first screen, whatever the flow has come to by then. */
const WORDLESS = { screen: 'loading' } as FlowState

export function App({ opening, ports }: AppProps) {
  const { text, later, format, state: language } = useI18n()
  const [state, send] = useFlow(
    opening,
    ports,
    text,
    (stopped) => stopEndingPart.loaded()?.(stopped, later),
    preparingPart,
  )
  // Before the page has said what is to be opened, nobody reads.
  const isWordless = language === 'coming' && state.screen !== 'connecting'
  const pace = useSlow(taskOf(state), ports.clock)
  // What is drawn first stands: while the order is fetched there is time for the other screens.
  useEffect(() => ports.clock.after(0, loadParts), [])
  // And for what takes a browser longest the first time: how money is written.
  useEffect(() => ports.clock.after(0, () => void format.money(0)), [format])
  useEscape(ports.host.surroundings === 'framed' ? () => send({ type: 'leave_pressed' }) : null)
  return (
    <>
      <Screen
        state={isWordless ? WORDLESS : state}
        ports={ports}
        pace={isWordless ? 'usual' : pace}
        send={send}
      />
      <LaterPanel part={companionPart} props={{ state, ports, send }} />
      <Announcer
        message={
          isWordless
            ? ''
            : pace === 'slow'
              ? text.announced.slow
              : (announcementPart.loaded()?.(state, text, later, ports.exit) ?? '')
        }
      />
    </>
  )
}

/** In the modal Escape means what the close button means; with focus in the frame the merchant's page can't hear it. */
function useEscape(action: (() => void) | null) {
  useEffect(() => {
    if (!action) return
    const handleKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) action()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  })
}
