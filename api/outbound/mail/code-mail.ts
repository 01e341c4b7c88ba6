import { escapeHtml } from '../../domain/html.ts'
import { MAX_CODE_AGE_MINUTES } from '../../domain/verification.ts'
import type { WriteCodeMail } from '../../use-cases/ports/notices.ts'
import { lead, note, renderMail } from './mail-layout.ts'
import { formatDollars, oneLine } from './mail-text.ts'

/** Writes the mail with the code of "Verify it is you". The code is not in the subject, which more people get to see. */
export const writeCodeMail: WriteCodeMail = (notice) => {
  const merchant = oneLine(notice.merchantName)
  const total = formatDollars(notice.orderTotalCents)
  return {
    to: notice.to,
    subject: `Your code for the checkout at ${merchant}`,
    text: `Your code is:

${notice.code}

Enter it in BackdPay's checkout to choose payment terms for your ${total} order at ${merchant}. It works for
${MAX_CODE_AGE_MINUTES} minutes.

Nobody from BackdPay or ${merchant} will ask you for it. If you did not start a checkout, you can ignore this mail.

BackdPay
`,
    html: renderMail({
      title: 'Your code',
      preview: `It works for ${MAX_CODE_AGE_MINUTES} minutes.`,
      heading: `Your code for the checkout at ${escapeHtml(merchant)}`,
      body: `${lead(`Enter it in BackdPay's checkout to choose payment terms for your ${escapeHtml(total)} order.`)}
<p class="ink" style="margin:0;font-size:36px;line-height:1.2;font-weight:700;letter-spacing:0.2em;color:#14211d;font-variant-numeric:tabular-nums;">${escapeHtml(notice.code)}</p>
${note(`It works for ${MAX_CODE_AGE_MINUTES} minutes.`)}`,
      footer: `Nobody from BackdPay or ${escapeHtml(merchant)} will ask you for this code. If you did not start a checkout, you can ignore this mail.`,
    }),
  }
}
