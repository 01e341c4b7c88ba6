import {
  type CSSProperties,
  createElement,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useSyncExternalStore,
} from 'react'
import { definePayButton } from '../elements/index.ts'
import { speak } from '../elements/locale.ts'
import { payLabels } from '../elements/pay-label.ts'
import { preload } from '../sdk/index.ts'
import type { PaymentSource, Presentation, UseBackdOptions } from './types.ts'
import { useBackd } from './use-backd.ts'

/** How the button looks: `<backd-pay-button>` of @backd/widget/elements. */
interface Look extends Presentation {
  /** With it the checkout is loaded, hidden, as soon as somebody points at the button or focuses it. Makes no order. */
  publicKey?: string | undefined
  size?: 'small' | 'large' | undefined
  disabled?: boolean | undefined
  /** "Checkout with BackdPay" when left out, in the language of `locale` or else of the page. */
  children?: ReactNode
  id?: string | undefined
  className?: string | undefined
  style?: CSSProperties | undefined
  /** Hears a press before it is acted on; `preventDefault()` says no. Not called while the button is disabled or busy. */
  onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined
}

/** A button that pays by itself. */
export interface PayingButtonProps extends Look, UseBackdOptions {
  pay: PaymentSource
}

/** A button for a form, or for a hook of your own: it looks, and is pressed. */
export interface PlainButtonProps extends Look {
  pay?: undefined
  /** A payment is under way: useBackd's `isBusy`. */
  busy?: boolean | undefined
  /** "submit" sends the form that it stands in. */
  type?: 'button' | 'submit' | undefined
}

export type BackdPayButtonProps = PayingButtonProps | PlainButtonProps

/** BackdPay's button. With `pay` it opens the checkout and calls back; without, it is a button in BackdPay's look. */
export function BackdPayButton(props: BackdPayButtonProps): ReactElement {
  return props.pay ? createElement(PayingButton, props) : createElement(PlainButton, props)
}

function PayingButton({ pay, ...props }: PayingButtonProps): ReactElement {
  const { isBusy, open } = useBackd(props)
  const { onSuccess, onClose, onFail, onError, onClick, ...look } = props
  const handleClick = (event: MouseEvent<HTMLElement>) => {
    onClick?.(event)
    if (!event.defaultPrevented) open(pay)
  }
  return createElement(PlainButton, {
    // An order at hand names its merchant; one that does not is told so when it is opened, not here.
    publicKey: 'order' in pay ? pay.order?.merchant?.public_api_key : undefined,
    ...look,
    busy: isBusy,
    onClick: handleClick,
  })
}

function PlainButton(props: PlainButtonProps): ReactElement {
  const { size, disabled, busy, type, children, id, className, style, onClick } = props
  const { publicKey, environment, checkoutOrigin, locale, appearance } = props
  const load = () => {
    if (publicKey && !disabled && !busy)
      preload({ publicKey, environment, checkoutOrigin, locale, appearance })
  }
  // The element is made known in the browser, and not where the page is rendered. Until then what it holds is read as text.
  const isKnown = useSyncExternalStore(subscribeToKnown, isButtonKnown, () => false)
  return createElement(
    'backd-pay-button',
    {
      id,
      // React 18 passes className on to an unknown element as it is, and a boolean as the text "true" or "false".
      class: className,
      style,
      size,
      type,
      locale: locale ?? undefined,
      disabled: disabled ? '' : undefined,
      busy: busy ? '' : undefined,
      onClick,
      onPointerEnter: load,
      onFocus: load,
    },
    // From then on the element has words of its own, which follow the page's language.
    children ?? (isKnown ? undefined : payLabels[speak(locale ?? undefined).language]),
  )
}

const isButtonKnown = () => customElements.get('backd-pay-button') !== undefined

/** Makes the element known, once the page is the browser's; React then reads again. */
function subscribeToKnown(onChange: () => void): () => void {
  definePayButton()
  onChange()
  return () => {}
}
