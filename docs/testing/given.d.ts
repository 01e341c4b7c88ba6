/**
 * What a block may use without showing it: the package's names, an order and callbacks like those of the quick starts, and
 * the few things that every merchant has. Compiled with the blocks (compile-blocks.test.ts) and with nothing else.
 */
type Order = import('@backd/widget').Order
type Mode = import('@backd/widget').Mode
type Appearance = import('@backd/widget').Appearance
type OrderData = import('@backd/widget').OrderData
type CloseData = import('@backd/widget').CloseData
type ErrorData = import('@backd/widget').ErrorData
type Finding = import('@backd/widget').Finding

declare const initializeWidget: import('@backd/widget').InitializeWidget
declare const order: Order
declare const onSuccess: import('@backd/widget').ModalOptions['onSuccess']
declare const onClose: import('@backd/widget').ModalOptions['onClose']
declare const onFail: NonNullable<import('@backd/widget').ModalOptions['onFail']>

/** A merchant's own: shows a sentence to the customer. */
declare function say(sentence: string): void
/** A merchant's own: shows on the button that something is under way. */
declare function setBusy(isBusy: boolean): void
/** A merchant's own: a call of the merchant API from its server. */
declare function backd(path: string, body: object): Promise<unknown>
/** A merchant's own: what its server knows of an order. */
declare function findInOurBooks(merchantOrderId: string): Promise<{ total: number } | undefined>
