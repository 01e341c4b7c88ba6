import { defineElements } from '@backd/widget/elements'

defineElements({ origin: 'https://checkout.backd.com' })
// @ts-expect-error: where the plans are is not guessed
defineElements()
