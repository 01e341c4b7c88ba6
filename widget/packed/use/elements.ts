import { defineElements, definePayButton } from '@backd/widget/elements'

definePayButton()
defineElements({ origin: 'https://checkout.backd.com' })
// @ts-expect-error: where the plans are is not guessed
defineElements()
