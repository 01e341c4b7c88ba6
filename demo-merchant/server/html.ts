/**
 * Pages as tagged templates: whatever is put into one is escaped, unless it is itself a template's result.
 *
 *   html`<h1>${order.name}</h1>${lines.map((line) => html`<li>${line}</li>`)}`
 */

/** Markup that is safe to send; made by `html` and `raw` alone. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
  toString(): string {
    return this.markup
  }
}

/** What may stand in a template. Nothing is shown for null, undefined and false, so `condition && html…` reads well. */
export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[]

/** Builds markup from a template, escaping every value for text and for quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(strings.reduce((out, text, index) => out + render(values[index - 1]) + text))
}

/** Markup of our own that is not to be escaped, such as an illustration read from disk. Never for what came from outside. */
export function raw(markup: string): Html {
  return new Html(markup)
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Html) return value.markup
  if (typeof value === 'object') return value.map(render).join('')
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
