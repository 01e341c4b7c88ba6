import { escapeHtml } from '../../domain/html.ts'

/** Text that is HTML already: only what `html` and `trustedHtml` made. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Html | Html[]

/** HTML from a template: whatever is put in is escaped, unless it is Html itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.map((text, index) => text + toText(parts[index] ?? '')).join(''))
}

/** Marks a text of our own, such as a style sheet, as HTML. Never for anything that was sent to us. */
export function trustedHtml(text: string): Html {
  return new Html(text)
}

function toText(part: Part): string {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(({ text }) => text).join('')
  return escapeHtml(String(part))
}
