import type { BackdEvent } from '../../backd-client.ts'
import { type Html, html } from '../../html.ts'
import { describeEvent } from '../event-words.ts'
import { formatMoment } from '../moments.ts'
import type { OrderView } from '../order-view.ts'
import { renderMoment, renderPanel } from './parts.ts'

/** Who did what, and when; the newest first, since that is what is looked for. */
export function renderTimeline({ events }: OrderView): Html {
  return renderPanel(
    'history',
    'History',
    events.ok
      ? html`<ol class="history" reversed>${events.data.events.toReversed().map(renderEvent)}</ol>`
      : html`<p>It could not be read. ${events.message}</p>`,
  )
}

function renderEvent(event: BackdEvent): Html {
  const { who, what, changes } = describeEvent(event)
  return html`<li class="by-${event.actor}"><p><b>${who}</b> ${what}</p>
${changes.length > 0 && html`<ul class="small">${changes.map((line) => html`<li>${line}</li>`)}</ul>`}
<p class="small muted">${renderMoment(event.create_date, formatMoment(event.create_date))}</p></li>
`
}
