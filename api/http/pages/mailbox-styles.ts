/** Beyond the layout's own (page-layout.ts). */
export const mailboxStyles = `
header { display: grid; gap: .375rem; margin-block-end: 1.5rem }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: .625rem; overflow: hidden }
.list { list-style: none }
.list li + li { border-block-start: 1px solid var(--line) }
.row { display: grid; grid-template-columns: 1fr auto; gap: .125rem 1rem; align-items: baseline;
  padding: .875rem 1.125rem; color: inherit; text-decoration: none }
.row:hover { background: var(--accent-tint) }
.row:focus-visible { outline-offset: -2px }
.row:hover .subject, .row:focus-visible .subject { text-decoration: underline }
.to { font-weight: 600; overflow-wrap: anywhere }
.subject { grid-column: 1 / -1; overflow-wrap: anywhere }
time { font-size: .8125rem; font-variant-numeric: tabular-nums; white-space: nowrap }
code { white-space: nowrap }
.empty { display: grid; gap: .375rem; padding: 2.5rem 1.5rem; text-align: center; justify-items: center }
.empty p { max-width: 30rem }
h2 { font-size: 1rem; font-weight: 650 }
code { font: .875em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; color: var(--ink) }
.note { margin-block-start: .75rem; font-size: .8125rem }
.back { display: inline-block; padding-block: .375rem; margin-block-end: .75rem; font-weight: 600; text-decoration: none }
.back:hover { text-decoration: underline }
.facts { display: grid; grid-template-columns: auto 1fr; gap: .125rem .75rem }
.facts dt { color: var(--ink-soft) }
.facts dd { overflow-wrap: anywhere }
.facts time { color: inherit; font-size: inherit; white-space: normal }
.mail { display: block; inline-size: 100%; block-size: 42rem; background: var(--ground) }
.text { margin-block-start: 1rem }
summary { padding: .875rem 1.125rem; font-weight: 600; cursor: pointer }
summary:focus-visible { outline-offset: -2px }
pre { padding: 0 1.125rem 1.125rem; white-space: pre-wrap; overflow-wrap: anywhere;
  font: .8125rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
@media (max-width: 40rem) {
  .row { grid-template-columns: 1fr }
  .row time { order: 1; margin-block-start: .125rem }
  .mail { block-size: 46rem }
}
`
