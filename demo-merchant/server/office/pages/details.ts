import type { BackdOrder } from '../../backd-client.ts'
import { type Html, html } from '../../html.ts'
import { formatCents, toCents } from '../../money.ts'
import { formatDay } from '../moments.ts'
import { renderPanel, renderTable } from './parts.ts'

type Contact = NonNullable<BackdOrder['billing']>

/** What was ordered and what it comes to. An item's own price is left out: it may be in dollars or in cents. */
export function renderItems(order: BackdOrder): Html {
  const sums = [
    ['Items', order.cart_amount],
    ['Tax', order.tax_amount],
    ['Shipping', order.shipping_amount],
  ] as const
  return renderPanel(
    'items',
    'What was ordered',
    html`<ul class="item-list">${order.items.map(
      (item) =>
        html`<li><b>${item.qty} ×</b> <span>${item.display_name}</span> <span class="small muted mono">${item.sku}</span></li>`,
    )}</ul>
<dl class="sums">${sums.map(([name, dollars]) => renderSum(name, formatCents(toCents(dollars))))}${
      order.discount_amount > 0 && renderSum('Discount', `−${formatCents(toCents(order.discount_amount))}`)
    }<div class="sums-total"><dt>Total</dt><dd>${formatCents(toCents(order.order_total))}</dd></div></dl>`,
  )
}

function renderSum(name: string, sum: string): Html {
  return html`<div><dt>${name}</dt><dd>${sum}</dd></div>`
}

/** What the customer pays and when, as it is now. */
export function renderSchedule({ schedule }: BackdOrder): Html | undefined {
  if (!schedule) return undefined
  const { payments } = schedule
  return renderPanel(
    'schedule',
    'The customer pays',
    html`<p>${schedule.plan_name}: <b>${formatCents(toCents(schedule.total_amount))}</b> in all${
      schedule.fee_amount > 0 && html`, with a fee of ${formatCents(toCents(schedule.fee_amount))}`
    }.</p>
${
  schedule.total_amount === 0
    ? html`<p class="muted">Nothing is left to pay.</p>`
    : renderTable(
        'Payments of the customer',
        [{ name: 'Due' }, { name: 'Amount', isNumber: true }],
        payments.map(({ due_on, amount }) => [formatDay(due_on), formatCents(toCents(amount))]),
      )
}`,
  )
}

export function renderContacts({ billing, shipping }: BackdOrder): Html {
  const same = billing && shipping && JSON.stringify(billing) === JSON.stringify(shipping)
  return renderPanel(
    'contacts',
    'Contacts',
    html`<div class="contacts">${!billing && !shipping && html`<p class="muted">None were given.</p>`}
${billing && html`<div><h3>${same ? 'Billing and shipping' : 'Billing'}</h3>${renderContact(billing)}</div>`}
${shipping && !same && html`<div><h3>Shipping</h3>${renderContact(shipping)}</div>`}</div>`,
  )
}

function renderContact({ name, company_name, address, email, phone_number }: Contact): Html {
  const lines = [
    `${name.first} ${name.last}`,
    company_name,
    address.line1,
    address.line2,
    `${address.city}, ${address.state} ${address.zipcode}`,
    address.country,
    email,
    phone_number,
  ]
  return html`<address>${lines.filter(Boolean).map((line) => html`<span>${line}</span>`)}</address>`
}
