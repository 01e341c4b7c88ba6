import { type Html, html } from '../html.ts'
import { toDollars } from '../money.ts'

/** What BackdPay's elements need of the shop. */
export interface BackdFacts {
  origin: string
  publicKey: string
}

/** Into the head of a page with elements. Without it, or while it does not answer, they show nothing or their plain words. */
export const elementsScript = ({ origin }: BackdFacts): Html =>
  html`<script type="module" src="${origin}/widget/v1/elements.js"></script>`

/** "As low as … / month with BackdPay", and how it works. */
export const renderTerms = ({ publicKey }: BackdFacts, cents: number): Html =>
  html`<backd-terms amount="${toDollars(cents).toFixed(2)}" public-key="${publicKey}"></backd-terms>`
