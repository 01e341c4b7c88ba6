import { type Html, type HtmlValue, html } from '../../html.ts'
import type { Problem } from '../order-view.ts'

/**
 * What a form's action was refused with, beside it. It takes the focus, unless a field does that Backd names as wrong:
 * so nobody has to look for what happened.
 */
export function renderProblem(problem: Problem | undefined, id: string): Html | undefined {
  if (!problem) return undefined
  const focus = problem.faults.length === 0 && html` tabindex="-1" autofocus`
  return html`<p class="alert alert-box" role="alert" id="${id}"${focus}>${problem.message}</p>`
}

export interface Field {
  name: string
  label: string
  value: string
  hint?: string
  /** Of the form, with the id of the element that says it. */
  problem: Problem | undefined
  problemId: string
  isAmount?: boolean
  isFull?: boolean
}

/** One labelled text field. The first one that Backd names as wrong takes the focus. */
export function renderField(field: Field): Html {
  const { name, problem } = field
  const id = `field-${name}`
  const fault = problem?.faults.find(({ path }) => path === name)
  const isFirst = fault !== undefined && fault === problem?.faults[0]
  const described = [field.hint && `${id}-hint`, fault && field.problemId].filter(Boolean).join(' ')
  return html`<div class="field${field.isFull ? ' field-full' : ''}"><label for="${id}">${field.label}</label>
<input id="${id}" name="${name}" value="${problem?.values[name] ?? field.value}" autocomplete="off"${
    field.isAmount && html` inputmode="decimal" class="amount-input"`
  }${described && html` aria-describedby="${described}"`}${fault && html` aria-invalid="true"`}${isFirst && html` autofocus`}>
${field.hint && html`<p class="small muted" id="${id}-hint">${field.hint}</p>`}</div>`
}

export interface Column {
  name: string
  isNumber?: boolean
}

/**
 * A table. Phones show one of many columns as a card a row; its roles are written out, since some browsers forget them
 * once a row is laid out otherwise.
 */
export function renderTable(caption: string, columns: readonly Column[], rows: readonly HtmlValue[][]): Html {
  const cards = columns.length > 2 && ' rows-cards'
  const align = (column: Column | undefined) => column?.isNumber && html` class="number"`
  return html`<table class="rows${cards}" role="table"><caption class="visually-hidden">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
    (column) => html`<th scope="col" role="columnheader"${align(column)}>${column.name}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (cells) => html`<tr role="row">${cells.map(
      (cell, index) =>
        html`<td role="cell" data-label="${columns[index]?.name}"${align(columns[index])}>${cell}</td>`,
    )}</tr>
`,
  )}</tbody></table>`
}

/** A section of a page under a heading of its own. */
export function renderPanel(id: string, title: string, body: HtmlValue): Html {
  return html`<section class="panel" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${body}
</section>`
}

export function renderMoment(iso: string, words: string): Html {
  return html`<time datetime="${iso}">${words}</time>`
}
