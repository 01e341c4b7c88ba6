import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createStatusFlow } from './status-flow.ts'

test('the diagram has an arrow for each move, and ends where the lifecycle ends', () => {
  expect(createStatusFlow()).toBe(`stateDiagram-v2
  [*] --> order_created
  order_created --> terms_selected: select_terms
  terms_selected --> order_placed: order_placed
  order_placed --> order_placed: update_order
  order_placed --> order_confirmed: confirm_order
  order_placed --> order_cancelled: cancel_order
  order_confirmed --> order_confirmed: refund, delete_refund
  order_confirmed --> refund: settled refunds reach the total
  refund --> [*]
  order_cancelled --> [*]
`)
})

test('docs/guide/status-flow.md shows it; `npm run docs:flow` writes it there', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/guide/status-flow.md'), 'utf8')
  const shown = [...page.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, diagram]) => diagram)
  expect(shown).toEqual([createStatusFlow()])
})
