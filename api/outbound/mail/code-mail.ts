import { escapeHtml } from '../../domain/html.ts'
import { MAX_CODE_AGE_MINUTES } from '../../domain/verification.ts'
import type { WriteCodeMail } from '../../use-cases/ports/notices.ts'
import { lead, note, renderMail } from './mail-layout.ts'
import { oneLine, wrapped } from './mail-text.ts'
import { speechOf } from './speech.ts'

/** Writes the mail with the code of "Verify it is you". The code is not in the subject, which more people get to see. */
export const writeCodeMail: WriteCodeMail = (notice) => {
  const { language, words, dollars } = speechOf(notice.language)
  const own = words.code
  const merchant = oneLine(notice.merchantName)
  const told = own.lead(dollars(notice.orderTotalCents), merchant)
  const worksFor = own.worksFor(MAX_CODE_AGE_MINUTES)
  return {
    to: notice.to,
    subject: own.subject(merchant),
    text: `${own.is}

${notice.code}

${wrapped(`${told} ${worksFor}`)}

${wrapped(own.footer(merchant))}

BackdPay
`,
    html: renderMail({
      language,
      title: own.title,
      preview: worksFor,
      heading: own.subject(merchant),
      body: `${lead(told)}
<p class="ink" style="margin:0;font-size:36px;line-height:1.2;font-weight:700;letter-spacing:0.2em;color:#14211d;font-variant-numeric:tabular-nums;">${escapeHtml(notice.code)}</p>
${note(worksFor)}`,
      footer: own.footer(merchant),
    }),
  }
}
