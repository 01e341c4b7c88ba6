import type { Answer } from './hosts.ts'

/** A way to open payment terms on a merchant's page. All show the same document, but for those with a form of their own. */
export interface Contestant {
  /** As the table names it. */
  name: string
  /** What its time divided by the floor's is meant to be; only ours have one. */
  aim?: string
  /** The merchant's page. Its first button opens the terms. */
  shop: string
  /** How the address of the document with the terms begins: a frame's, or the shop's own for a form in the page. */
  terms: string
  /** What is there once the terms can be chosen. */
  mark: string
  /** What the customer then chooses, which proves it: the last such element is pressed. */
  choice: string
  /** Holds in the document with the terms before the click comes, when it is loaded ahead. */
  warmed?: string
  /** All that it asks for, by address without the query. */
  answers: Record<string, Answer>
}

/** What a choice is in the document that all frames show. */
export const PLAN = 'input[type=radio]'
