import type { StoredMail } from '../../use-cases/ports/mailbox.ts'
import { type Html, html } from './html.ts'
import { mailboxStyles } from './mailbox-styles.ts'
import { type Page, renderPage } from './page-layout.ts'

/** The list, newest first. @param limit how many are shown at most */
export function renderMailbox(mails: StoredMail[], limit: number): Page {
  return page(
    'Sandbox mailbox',
    html`<header>
<h1>Sandbox mailbox</h1>
<p class="soft">Mail that a customer would have got. The sandbox keeps it here instead of sending it.</p>
</header>
<main>
${mails.length > 0 ? list(mails) : empty}
${mails.length === limit ? html`<p class="soft note">The newest ${limit} are shown.</p>` : ''}
</main>`,
  )
}

function list(mails: StoredMail[]): Html {
  return html`<ul class="card list">
${mails.map(
  (mail) => html`<li><a class="row" href="/sandbox/mailbox/${encodeURIComponent(mail.id)}">
<span class="to">${mail.to}</span>
${time(mail.created_at)}
<span class="subject">${mail.subject}</span>
</a></li>
`,
)}</ul>`
}

const empty = html`<div class="card empty">
<h2>No mail yet</h2>
<p class="soft">Create an order with <code>"notify_customer": true</code> and a <code>customer_email</code>, then load this page again. With <code>SMTP_URL</code> set, mail is sent and none is kept here.</p>
</div>`

/** One mail: as a mail client shows it, in a frame that runs no script, and its plain text. */
export function renderMail(mail: StoredMail): Page {
  return page(
    mail.subject,
    html`<nav><a class="back" href="/sandbox/mailbox"><span aria-hidden="true">←</span> Sandbox mailbox</a></nav>
<main>
<header>
<h1>${mail.subject}</h1>
<dl class="facts">
<dt>To</dt> <dd>${mail.to}</dd>
<dt>Time</dt> <dd>${time(mail.created_at)}</dd>
</dl>
</header>
<iframe class="card mail" title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${mail.html}"></iframe>
<details class="card text">
<summary>Plain text part</summary>
<pre>${mail.text}</pre>
</details>
</main>`,
  )
}

export function renderNoMail(): Page {
  return page(
    'No such mail',
    html`<nav><a class="back" href="/sandbox/mailbox"><span aria-hidden="true">←</span> Sandbox mailbox</a></nav>
<main>
<h1>No such mail</h1>
<p class="soft">The mailbox has no mail at this address. The sandbox’s data may have been deleted since.</p>
</main>`,
  )
}

function page(title: string, body: Html): Page {
  return renderPage({ title: `${title} · BackdPay`, styles: mailboxStyles, body })
}

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Chicago',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
})

function time(at: Date): Html {
  return html`<time class="soft" datetime="${at.toISOString()}">${clock.format(at)}</time>`
}
