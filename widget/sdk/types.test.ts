import type { appearanceSchema } from '@backd/contract/api/presentation.ts'
import type { CheckoutMessage, CloseCode, FailCode } from '@backd/contract/frame/messages.ts'
import type { Contact as ContractContact, Order as ContractOrder } from '@backd/contract/order.ts'
import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type {
  Appearance,
  CloseData,
  Contact,
  ErrorData,
  ModalOptions,
  Order,
  OrderData,
  RedirectMode,
  WidgetOptions,
} from './types.ts'

// These are judged by `npm run types`; a difference does not compile.
test('the published Order Object is the one the API takes', () => {
  expectTypeOf<Order>().toEqualTypeOf<ContractOrder>()
  expectTypeOf<Contact>().toEqualTypeOf<ContractContact>()
})

test('the published appearance is the one the API takes', () => {
  expectTypeOf<Appearance>().toEqualTypeOf<z.infer<typeof appearanceSchema>>()
  expectTypeOf<NonNullable<WidgetOptions['locale']>>().toEqualTypeOf<string>()
})

test('the published callback data are what the checkout sends', () => {
  expectTypeOf<CloseData['code']>().toEqualTypeOf<CloseCode>()
  expectTypeOf<ErrorData['code']>().toEqualTypeOf<FailCode>()
  type Sent<Type extends CheckoutMessage['type']> = Omit<Extract<CheckoutMessage, { type: Type }>, 'type'>
  expectTypeOf<OrderData>().toEqualTypeOf<Sent<'onSuccess'>>()
  expectTypeOf<CloseData>().toEqualTypeOf<Sent<'onClose'>>()
  expectTypeOf<ErrorData>().toEqualTypeOf<Sent<'onFail'>>()
})

test('onSuccess and onClose are required unless the order redirects', () => {
  expectTypeOf<{ order: Order }>().not.toExtend<WidgetOptions>()
  expectTypeOf<{ customerUrl: string }>().not.toExtend<WidgetOptions>()
  expectTypeOf<
    { customerUrl: string } & Pick<ModalOptions, 'onSuccess' | 'onClose'>
  >().toExtend<WidgetOptions>()
  expectTypeOf<{ order: Order } & Pick<ModalOptions, 'onSuccess' | 'onClose'>>().toExtend<WidgetOptions>()
  expectTypeOf<{ order: Order & { mode: RedirectMode } }>().toExtend<WidgetOptions>()
})
