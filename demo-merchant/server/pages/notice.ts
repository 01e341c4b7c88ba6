import { html } from '../html.ts'
import type { Page } from './layout.ts'

/** A page with one thing to say and one way on. */
export function noticePage(notice: {
  title: string
  text: string
  link: { href: string; text: string }
}): Page {
  return {
    title: notice.title,
    body: html`<div class="notice-page">
<h1>${notice.title}</h1>
<p>${notice.text}</p>
<p><a class="button" href="${notice.link.href}">${notice.link.text}</a></p>
</div>`,
  }
}
