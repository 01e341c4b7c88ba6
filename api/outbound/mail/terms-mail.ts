import { escapeHtml } from '../../domain/html.ts'
import type { TermsNotice, WriteTermsMail } from '../../use-cases/ports/notices.ts'
import { facts, large, lead, note, renderMail } from './mail-layout.ts'
import { callersLine, formatDay, formatDollars, oneLine, personsName } from './mail-text.ts'

/** Writes the mail that confirms what a customer agreed to: the plan, each payment, the total and the agreement. */
export const writeTermsMail: WriteTermsMail = (notice) => {
  const merchant = oneLine(notice.merchantName)
  const total = formatDollars(notice.offer.total_cents)
  return {
    to: notice.to,
    subject: `${notice.approvedBy === undefined ? 'Your' : 'Approved: your'} payment terms for ${callersLine(notice.merchantOrderId)} at ${merchant}: ${total}`,
    text: renderText(notice),
    html: renderHtml(notice),
  }
}

function termsOf({ offer, ...notice }: TermsNotice): [label: string, value: string][] {
  return [
    ['Total', formatDollars(offer.total_cents)],
    ['Of which fee', formatDollars(offer.fee_cents)],
    ['Plan', oneLine(offer.name)],
    ['Order', callersLine(notice.merchantOrderId)],
    ['BackdPay number', notice.backdOrderId],
    ['Agreement', `version ${notice.agreementVersion}`],
  ]
}

function paymentsOf({ offer }: TermsNotice): [label: string, value: string][] {
  return offer.payments.map(({ due_on, amount_cents }) => [formatDay(due_on), formatDollars(amount_cents)])
}

const OWED =
  'You owe this once the merchant has taken the order. If it cancels the order, you owe nothing; if it changes or refunds it, your payments are worked out again under the same plan.'

/** Who agreed: the reader, or the colleague whom they asked. */
function agreedOf({ approvedBy, merchantName }: TermsNotice): string {
  const order = `your order at ${oneLine(merchantName)}`
  return approvedBy === undefined
    ? `You have agreed to payment terms for ${order}.`
    : `${personsName(approvedBy)} has approved ${order} and agreed to its payment terms.`
}

function keepOf({ approvedBy, merchantName }: TermsNotice): string {
  const wrong = approvedBy === undefined ? 'you did not agree to this' : 'you did not ask for this'
  return `Keep this mail. If ${wrong}, tell ${oneLine(merchantName)} at once.`
}

function renderText(notice: TermsNotice): string {
  const terms = termsOf(notice)
  const payments = paymentsOf(notice)
  const width = Math.max(...[...terms, ...payments].map(([label]) => label.length)) + 2
  const lines = (rows: [string, string][]) =>
    rows.map(([label, value]) => `${`${label}:`.padEnd(width)}${value}`).join('\n')
  return `${agreedOf(notice)}

${lines(terms)}

Your payments:

${lines(payments)}

${OWED}

${keepOf(notice)}

BackdPay
`
}

function renderHtml(notice: TermsNotice): string {
  const merchant = escapeHtml(oneLine(notice.merchantName))
  const [[label, total], ...rest] = termsOf(notice) as [[string, string], ...[string, string][]]
  const escaped = (rows: [string, string][]) =>
    rows.map(([name, value]) => [escapeHtml(name), escapeHtml(value)] as const)
  return renderMail({
    title: 'Your payment terms',
    preview: `${escapeHtml(total)} to pay. Keep this mail.`,
    heading: `Your payment terms at ${merchant}`,
    body: `${lead(escapeHtml(agreedOf(notice)))}
${facts([[label, large(total)], ...escaped(rest)])}
<h2 class="ink" style="margin:0 0 12px;font-size:16px;line-height:1.3;font-weight:650;color:#14211d;">Your payments</h2>
${facts(escaped(paymentsOf(notice)))}
${note(OWED)}`,
    footer: escapeHtml(keepOf(notice)),
  })
}
