import type { Action } from './order-facts.ts'

const words: Record<Action | 'clock', string> = {
  place: 'The order is placed.',
  update: 'The order is changed.',
  confirm: 'The order is confirmed.',
  cancel: 'The order is cancelled.',
  refund: 'The refund is asked for.',
  delete_refund: 'The refund is deleted.',
  clock: 'The sandbox’s time is moved.',
}

/** What was done, by the name that the page after it carries; nothing for any other text. */
export function doneWords(name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name as Action | 'clock'] : undefined
}

/** The order's page, which says what was just done and begins there. */
export function doneAddress(backdOrderId: string, name: Action | 'clock'): string {
  return `/orders/${encodeURIComponent(backdOrderId)}?done=${name}#done`
}
