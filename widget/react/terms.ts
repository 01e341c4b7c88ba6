import { type CSSProperties, createElement, type ReactElement, useEffect } from 'react'
import { defineElements } from '../elements/index.ts'
import { findCheckoutOrigin } from '../sdk/environment.ts'
import type { Presentation } from './types.ts'

export interface BackdTermsProps extends Pick<Presentation, 'environment' | 'checkoutOrigin' | 'locale'> {
  /** Dollars: 8950 or "8950.00". Followed as it changes. */
  amount: number | string
  publicKey: string
  id?: string | undefined
  className?: string | undefined
  style?: CSSProperties | undefined
}

/**
 * "As low as $809.23 / month with BackdPay": `<backd-terms>` of @backd/widget/elements. The first that is shown says for the whole
 * page where Backd is.
 */
export function BackdTerms(props: BackdTermsProps): ReactElement {
  const { amount, publicKey, environment, checkoutOrigin, locale, id, className, style } = props
  const { origin, fault } = findCheckoutOrigin({ environment, checkoutOrigin })
  const problem = fault?.[1]
  useEffect(() => {
    if (problem) console.error('BackdPay', 'BackdTerms', problem)
    else defineElements({ origin })
  }, [origin, problem])
  return createElement('backd-terms', {
    id,
    class: className,
    style,
    amount: String(amount),
    'public-key': publicKey,
    locale: locale ?? undefined,
    // The element may be known, and have marked itself as ready, before React takes the page over.
    suppressHydrationWarning: true,
  })
}
