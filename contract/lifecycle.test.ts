import { describe, expect, it } from 'vitest'
import {
  judge,
  nextStatuses,
  type OrderCall,
  type OrderStatus,
  orderStatuses,
  terminalStatuses,
} from './lifecycle.ts'

// Section 3 of the contract as it is printed, so that a reader can hold the two side by side.
const columns: OrderStatus[] = [
  'order_created',
  'terms_selected',
  'order_placed',
  'order_confirmed',
  'refund',
  'order_cancelled',
]
const printed: Record<OrderCall, string[]> = {
  select_terms: [
    '→ terms_selected',
    'same: replay, else terms_already_selected',
    'terms_already_selected',
    'terms_already_selected',
    'terms_already_selected',
    'order_cancelled',
  ],
  order_placed: [
    'terms_not_selected',
    '→ order_placed',
    'same: replay, else merchant_order_id_conflict',
    'order_already_confirmed',
    'order_already_confirmed',
    'order_cancelled',
  ],
  update_order: [
    'order_not_placed',
    'order_not_placed',
    '→ order_placed',
    'order_already_confirmed',
    'order_already_confirmed',
    'order_cancelled',
  ],
  confirm_order: [
    'order_not_placed',
    'order_not_placed',
    '→ order_confirmed',
    'replay',
    'order_already_confirmed',
    'order_cancelled',
  ],
  cancel_order: [
    'order_not_placed',
    'order_not_placed',
    '→ order_cancelled',
    'order_already_confirmed',
    'order_already_confirmed',
    'replay',
  ],
  refund: [
    'order_not_confirmed',
    'order_not_confirmed',
    'order_not_confirmed',
    '→ order_confirmed',
    'already_refunded',
    'order_cancelled',
  ],
  delete_refund: [
    'order_not_confirmed',
    'order_not_confirmed',
    'order_not_confirmed',
    '→ order_confirmed',
    'already_refunded',
    'order_cancelled',
  ],
}

function print(call: OrderCall, status: OrderStatus): string {
  const verdict = judge(call, status)
  switch (verdict.kind) {
    case 'move':
      return `→ ${verdict.to}`
    case 'replay':
      return 'replay'
    case 'replay_if_same':
      return `same: replay, else ${verdict.code}`
    case 'refuse':
      return verdict.code
  }
}

describe('the lifecycle', () => {
  const cells = Object.entries(printed).flatMap(([call, row]) =>
    row.map((cell, index) => [call as OrderCall, columns[index] as OrderStatus, cell] as const),
  )

  it.each(cells)('%s in %s: %s', (call, status, cell) => {
    expect(print(call, status)).toBe(cell)
  })

  it('leads from order_created to every other status', () => {
    const reached = new Set<OrderStatus>(['order_created'])
    for (const status of reached) for (const next of nextStatuses(status)) reached.add(next)
    expect([...reached].sort()).toEqual([...orderStatuses].sort())
  })

  it('ends exactly in the terminal statuses', () => {
    expect(orderStatuses.filter((status) => nextStatuses(status).length === 0)).toEqual([...terminalStatuses])
  })

  it('never goes back: no status is reached twice on one path', () => {
    const walk = (status: OrderStatus, seen: OrderStatus[]): void => {
      expect(seen).not.toContain(status)
      for (const next of nextStatuses(status)) walk(next, [...seen, status])
    }
    walk('order_created', [])
  })
})
