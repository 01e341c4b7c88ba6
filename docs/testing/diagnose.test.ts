import { expect, test } from 'vitest'
import { writeReport } from '../../widget/diagnose/report.ts'
import { judge } from '../../widget/diagnose/run.ts'
import { createSnapshot, createViolation } from '../../widget/diagnose/testing/sample-snapshot.ts'
import { readBlock } from './blocks.ts'
import { readPages } from './pages.ts'

const page = 'docs/guide/when-it-does-not-open.md'

test('each code that diagnose gives is explained, in its order, and no other', () => {
  const text = readPages().find(({ path }) => path === page)?.text ?? ''
  const explained = [...text.matchAll(/^### `(\w+)`\n\n\S/gm)].map(([, code]) => code)
  expect(explained).toEqual(judge(createSnapshot()).map(({ code }) => code))
})

test('the block that is shown is what the console shows', () => {
  const origin = 'https://sandbox.checkout.backd.com'
  const seen = createSnapshot({
    origin,
    frame: 'silent',
    violations: [createViolation('frame-src', `default-src 'self'; script-src ${origin}`)],
  })
  const failure = { code: 'FRAME_UNREACHABLE', message: '', recoverable: true } as const
  expect(`${writeReport(origin, judge(seen), failure)[1]}\n`).toBe(readBlock(page, 'text'))
})
