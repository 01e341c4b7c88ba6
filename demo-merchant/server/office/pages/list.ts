import type { BackdResult } from '../../backd-answer.ts'
import type { OrderStatus, OrderSummary } from '../../backd-client.ts'
import { type Html, html } from '../../html.ts'
import { formatCents, toCents } from '../../money.ts'
import { renderPill, statusWords } from '../../order-status.ts'
import type { Page } from '../../pages/layout.ts'
import { formatMoment } from '../moments.ts'
import { renderMoment, renderTable } from './parts.ts'

/** What the list is asked for; empty texts ask for nothing. */
export interface ListQuery {
  status: OrderStatus | ''
  search: string
  cursor: string
}

export type OrdersFound = BackdResult<{ orders: OrderSummary[]; next_cursor: string | null }>

/** All orders of the shop at Backd, newest first. */
export function listPage(query: ListQuery, found: OrdersFound): Page {
  return {
    title: 'Orders',
    area: 'office',
    body: html`<h1>Orders</h1>
${renderSearch(query)}
${renderFound(query, found)}`,
  }
}

function renderSearch({ status, search }: ListQuery): Html {
  return html`<form class="search" role="search" action="/orders" aria-label="Orders">
<div class="field search-id"><label for="search">Order id</label>
<input id="search" name="search" type="search" value="${search}" maxlength="255" autocomplete="off" spellcheck="false" placeholder="NW-… or BO-…"></div>
<div class="field"><label for="status">Status</label>
<select id="status" name="status"><option value="">Any status</option>${Object.entries(statusWords).map(
    ([value, words]) =>
      html`<option value="${value}"${value === status && html` selected`}>${words}</option>`,
  )}</select></div>
<button class="button">Search</button>
</form>`
}

function renderFound(query: ListQuery, found: OrdersFound): Html {
  if (!found.ok) {
    return html`<div class="alert alert-box" role="alert"><p><b>The orders could not be listed.</b> ${found.message}</p></div>
<p class="pages"><a class="button button-quiet" href="/orders">Show the newest orders</a></p>`
  }
  const { orders, next_cursor } = found.data
  if (orders.length === 0) return renderEmpty(query)
  return html`<div class="panel panel-table">${renderTable('Orders, newest first', columns, orders.map(renderRow))}</div>
<nav class="pages" aria-label="Pages">
${query.cursor !== '' && html`<a class="button button-quiet" href="${address({ ...query, cursor: '' })}">Newest</a>`}
${next_cursor !== null && html`<a class="button button-quiet" href="${address({ ...query, cursor: next_cursor })}">Older</a>`}
</nav>`
}

const columns = [
  { name: 'Order' },
  { name: 'Customer' },
  { name: 'Status' },
  { name: 'Total', isNumber: true },
  { name: 'Made' },
]

function renderRow(order: OrderSummary) {
  const { billing } = order
  const person = billing && `${billing.name.first} ${billing.name.last}`
  return [
    html`<a class="row-link" href="/orders/${order.backd_order_id}">${order.merchant_order_id}</a><span class="small muted mono">${order.backd_order_id}</span>`,
    billing?.company_name
      ? html`${billing.company_name}<span class="small muted">${person}</span>`
      : (person ?? html`<span class="muted">Not given</span>`),
    renderPill(order.status),
    formatCents(toCents(order.order_total)),
    renderMoment(order.create_date, formatMoment(order.create_date)),
  ]
}

function renderEmpty({ search, status, cursor }: ListQuery): Html {
  if (cursor !== '') {
    return html`<div class="panel empty"><h2>No older orders</h2><p><a href="/orders">Back to the newest</a></p></div>`
  }
  if (search === '' && status === '') {
    return html`<div class="panel empty"><h2>No orders yet</h2>
<p>They appear here as soon as a customer opens BackdPay. <a href="/">Buy something in the shop</a> to see the first one.</p></div>`
  }
  const sought = [
    search && html`whose id begins with <b>${search}</b>`,
    status && html`with the status <b>${statusWords[status]}</b>`,
  ].filter(Boolean)
  return html`<div class="panel empty"><h2>No orders found</h2>
<p>There is none ${sought.map((part, index) => html`${index > 0 && ' and '}${part}`)}. Search looks at the beginning of both ids.</p>
<p><a href="/orders">Show all orders</a></p></div>`
}

function address(query: ListQuery): string {
  const asked = Object.entries(query).filter(([, value]) => value !== '')
  return asked.length === 0 ? '/orders' : `/orders?${new URLSearchParams(Object.fromEntries(asked))}`
}
