import type { StateOf } from '../../flow/state.ts'
import { LoadingScreen } from '../loading/loading-screen.tsx'
import { ApprovalScreen } from './approval-screen.tsx'
import { FormScreen } from './form-screen.tsx'
import type { HandoverProps } from './props.ts'
import { useHandoverI18n } from './words.ts'

/** The screens of an order that is a colleague's to approve. */
export function HandoverScreen({
  state,
  ...props
}: Omit<HandoverProps<StateOf<'handover' | 'approval'>>, 'i18n'>) {
  const i18n = useHandoverI18n()
  if (!i18n) return <LoadingScreen onLeave={props.onLeave} />
  return state.screen === 'handover' ? (
    <FormScreen state={state} {...props} i18n={i18n} />
  ) : (
    <ApprovalScreen state={state} {...props} i18n={i18n} />
  )
}
