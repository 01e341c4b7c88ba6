// @vitest-environment node
import { expect, test } from 'vitest'
import { findCheckoutOrigin } from './environment.ts'
import type { WidgetOptions } from './types.ts'

test.each<[object, string]>([
  [{}, 'https://checkout.backd.com'],
  [{ environment: 'production' }, 'https://checkout.backd.com'],
  [{ environment: 'sandbox' }, 'https://sandbox.checkout.backd.com'],
  [{ checkoutOrigin: 'http://localhost:4000' }, 'http://localhost:4000'],
  [{ checkoutOrigin: 'https://checkout.example/' }, 'https://checkout.example'],
  [{ environment: 'sandbox', checkoutOrigin: 'https://checkout.example' }, 'https://checkout.example'],
])('%j means the checkout at %s', (options, origin) => {
  expect(findCheckoutOrigin(options)).toEqual({ origin })
})

test.each<[object, string]>([
  [{ environment: 'sanbox' }, 'environment must be "sandbox" or "production"'],
  [{ environment: 'toString' }, 'environment must be "sandbox" or "production"'],
  [{ checkoutOrigin: 'javascript:alert(1)' }, 'checkoutOrigin must be an absolute https URL'],
  [{ checkoutOrigin: 'http://checkout.example' }, 'checkoutOrigin must be an absolute https URL'],
  [{ checkoutOrigin: '' }, 'checkoutOrigin must be an absolute https URL'],
  [{ checkoutOrigin: 4000 }, 'checkoutOrigin must be an absolute https URL'],
])('%j is refused: %s', (options, message) => {
  const { fault } = findCheckoutOrigin(options as Partial<WidgetOptions>)
  expect(fault).toEqual(['INVALID_OPTIONS', expect.stringContaining(message)])
})
