import type { ComponentChildren, VNode } from 'preact'
import type { FlowEvent } from './flow/reducer.ts'
import type { FlowState, Visit } from './flow/state.ts'
import type { FlowPorts } from './flow/use-flow.ts'
import { LaterScreen } from './parts/later-screen.tsx'
import { decidingPart, donePart, handoverPart, requestPart, reviewPart, stoppedPart } from './parts/parts.ts'
import { InterruptedScreen } from './screens/interrupted/interrupted-screen.tsx'
import { LoadingScreen } from './screens/loading/loading-screen.tsx'
import { TermsScreen } from './screens/terms/terms-screen.tsx'
import { VerifyScreen } from './screens/verify/verify-screen.tsx'
import { LeaveQuestion } from './ui/leave-question.tsx'

interface ScreenProps {
  state: FlowState
  ports: Pick<FlowPorts, 'api' | 'clock' | 'exit'>
  pace: 'slow' | 'usual'
  send: (event: FlowEvent) => void
}

/** The screen of a state, and the question that may stand before it: nothing but what the state says. */
export function Screen({ state, ...props }: ScreenProps) {
  const { send } = props
  return (
    <>
      {/* In the same place with and without the question: what has the focus there keeps it. */}
      <Shown state={state.screen === 'asking' ? state.from : state} {...props} />
      {state.screen === 'asking' && (
        <LeaveQuestion
          onStay={() => send({ type: 'stay_pressed' })}
          onLeave={() => send({ type: 'leave_confirmed' })}
        />
      )}
    </>
  )
}

function Shown({
  state,
  ports,
  pace,
  send,
}: ScreenProps & { state: Exclude<FlowState, { screen: 'asking' }> }) {
  const shown = state.screen === 'leaving' ? state.from : state
  const progress = state.screen === 'leaving' ? 'busy' : 'ready'
  const way = ports.exit.leads[shown.screen === 'done' ? 'success' : 'close']
  const handleLeave = way === 'somewhere' ? () => send({ type: 'leave_pressed' }) : undefined
  const handleBack = () => send({ type: 'back_pressed' })
  const handleHandOver = () => send({ type: 'handover_pressed' })
  // The colleague reads first who asks; for everybody else the screen is there at once.
  const drawFor = ({ session }: Visit, draw: (above?: ComponentChildren) => VNode) =>
    session.role === 'buyer' ? (
      draw()
    ) : (
      <LaterScreen part={requestPart} props={{ session, draw, onLeave: handleLeave }} />
    )

  switch (shown.screen) {
    case 'connecting':
    case 'loading':
      return <LoadingScreen onLeave={handleLeave} pace={pace} isQuiet={shown.screen === 'connecting'} />
    case 'verify':
      return drawFor(shown.visit, (above) => (
        <VerifyScreen
          state={shown}
          pace={pace}
          clock={ports.clock}
          onVerify={(code) => send({ type: 'code_entered', code })}
          onSendAgain={() => send({ type: 'new_code_pressed' })}
          onLeave={handleLeave}
          onWrongAddress={handleLeave && (() => send({ type: 'leave_confirmed' }))}
          above={above}
        />
      ))
    case 'deciding':
      return (
        <LaterScreen part={decidingPart} props={{ state: shown, clock: ports.clock, onLeave: handleLeave }} />
      )
    case 'terms':
      return drawFor(shown.visit, (above) => (
        <TermsScreen
          state={shown}
          onChoose={(planId) => send({ type: 'plan_chosen', planId })}
          onContinue={() => send({ type: 'continue_pressed' })}
          onHandOver={handleHandOver}
          onLeave={handleLeave}
          above={above}
        />
      ))
    case 'handover':
    case 'approval':
      return (
        <LaterScreen
          part={handoverPart}
          onBack={shown.screen === 'handover' ? handleBack : undefined}
          props={{ state: shown, ports, send, onLeave: handleLeave }}
        />
      )
    case 'review':
    case 'confirming':
      return (
        <LaterScreen
          part={reviewPart}
          onBack={handleBack}
          props={{
            state: shown,
            pace,
            onConsent: (consent) => send({ type: 'consent_changed', consent }),
            onConfirm: () => send({ type: 'confirm_pressed' }),
            onBack: handleBack,
            onHandOver: handleHandOver,
            onLeave: handleLeave,
          }}
        />
      )
    case 'done':
      return (
        <LaterScreen
          part={donePart}
          props={{ state: shown, clock: ports.clock, onLeave: handleLeave, progress }}
        />
      )
    case 'interrupted':
      return (
        <InterruptedScreen
          state={shown}
          onRetry={() => send({ type: 'retry_pressed' })}
          onLeave={handleLeave}
        />
      )
    case 'stopped':
      return <LaterScreen part={stoppedPart} props={{ state: shown, onLeave: handleLeave, progress }} />
  }
}
