import { describe, expect, test } from 'vitest'
import type { Finding } from '../sdk/types.ts'
import { judge } from './run.ts'
import { backd, createSnapshot, createViolation } from './testing/sample-snapshot.ts'

type Change = Parameters<typeof createSnapshot>[0]

/** What is to be looked at on a page with this change; everything else has to be fine. */
const openFindings = (change: Change) => judge(createSnapshot(change)).filter(({ level }) => level !== 'ok')
const only = (code: Finding['code'], level: Finding['level'], change: string | RegExp) => [
  {
    code,
    level,
    message: expect.any(String),
    change: typeof change === 'string' ? change : expect.stringMatching(change),
  },
]

test('a page on which all is well has every code once, and nothing to change', () => {
  const findings = judge(createSnapshot())
  expect(new Set(findings.map(({ code }) => code)).size).toBe(findings.length)
  for (const finding of findings) {
    expect(finding).toEqual({
      code: finding.code,
      level: 'ok',
      message: expect.stringMatching(/^[A-Z].*\.$/i),
    })
  }
})

describe('PAGE', () => {
  test('a page over http is told its address over https', () => {
    const page = { isSecure: false, origin: 'http://shop.example' }
    expect(openFindings({ page })).toEqual(only('PAGE', 'error', /https:\/\/shop\.example/))
  })

  test('a page without an origin is told of files and sandboxed frames', () => {
    expect(openFindings({ page: { origin: 'null' } })).toEqual(only('PAGE', 'error', /allow-same-origin/))
  })
})

describe('SCRIPT_ORIGIN', () => {
  test('a script that was copied is to be loaded from Backd', () => {
    const [first] = openFindings({ merchant: 'foreign' })
    expect([first]).toEqual(only('SCRIPT_ORIGIN', 'error', /<script src="https:\/\/checkout\.backd\.com/))
  })

  test('a package that was sent elsewhere is to be told which Backd', () => {
    const [first] = openFindings({ merchant: 'foreign', scripts: [] })
    expect([first]).toEqual(only('SCRIPT_ORIGIN', 'error', /environment/))
  })

  test('a Backd that fails for now is no other', () => {
    const codes = openFindings({ merchant: '502' }).map(({ code, level }) => [code, level])
    expect(codes).toEqual([
      ['PUBLIC_KEY', 'warning'],
      ['PAGE_ORIGIN', 'warning'],
    ])
  })

  test('a Backd that neither answers a call nor in a frame cannot be reached', () => {
    const [first] = openFindings({ merchant: 'unreachable', frame: 'silent' })
    expect([first]).toEqual(only('SCRIPT_ORIGIN', 'error', /healthz/))
  })

  test('a call that the page’s own policy keeps away says nothing of Backd', () => {
    const violations = [createViolation('connect-src', "connect-src 'self'")]
    const codes = openFindings({ merchant: 'unreachable', frame: 'silent', violations }).map(
      ({ code }) => code,
    )
    expect(codes).not.toContain('SCRIPT_ORIGIN')
  })
})

describe('SCRIPT_COUNT', () => {
  test('the same script twice is to be there once', () => {
    const src = `${backd}/widget/v1/widget.js`
    expect(openFindings({ scripts: [src, src] })).toEqual(
      only('SCRIPT_COUNT', 'warning', `Keep one: <script src="${src}">`),
    )
  })

  test('two versions are both named', () => {
    const scripts = [`${backd}/widget/v1/widget.js`, `${backd}/widget/1.2.3/widget.js`]
    expect(openFindings({ scripts })).toEqual(only('SCRIPT_COUNT', 'warning', /v1.* or .*1\.2\.3/))
  })

  test('the npm package needs none', () => {
    expect(openFindings({ scripts: [] })).toEqual([])
  })
})

describe.each([
  ['FRAME_SRC', 'frame-src', 'error'],
  ['SCRIPT_SRC', 'script-src-elem', 'error'],
  ['CONNECT_SRC', 'connect-src', 'warning'],
] as const)('%s', (code, directive, level) => {
  const policy = `${directive} 'self'`

  test('a policy that blocks gives the whole header to have instead', () => {
    const violations = [createViolation(directive, policy)]
    const change = `Content-Security-Policy: ${directive} 'self' ${backd}`
    expect(openFindings({ violations })).toEqual(only(code, level, change))
  })

  test('a policy that only reports is a warning, with the header that reports', () => {
    const violations = [createViolation(directive, policy, { disposition: 'report' })]
    const change = `Content-Security-Policy-Report-Only: ${directive} 'self' ${backd}`
    expect(openFindings({ violations })).toEqual(only(code, 'warning', change))
  })

  test('a policy that blocks counts before one that reports', () => {
    const violations = [
      createViolation(directive, 'img-src *', { disposition: 'report' }),
      createViolation(directive, policy),
    ]
    expect(openFindings({ violations })).toEqual(only(code, level, /^Content-Security-Policy: /))
  })
})

test('SCRIPT_SRC: under strict-dynamic, which ignores origins, the tag is to have the nonce', () => {
  const policy = "default-src 'self' 'nonce-abc' 'strict-dynamic'"
  const violations = [createViolation('script-src-elem', policy)]
  expect(openFindings({ violations })).toEqual(
    only('SCRIPT_SRC', 'error', /^Give the script's tag the page's nonce/),
  )
})

describe('PUBLIC_KEY', () => {
  test.each([{ merchant: 'unauthorized' }, { merchant: 'unreachable', frame: 'INVALID_PUBLIC_KEY' }])(
    'a key that Backd does not know is named: %o',
    (change) => {
      const findings = openFindings({ ...change, key: 'nonsense' })
      expect(findings[0]).toMatchObject({
        code: 'PUBLIC_KEY',
        level: 'error',
        message: expect.stringContaining('"nonsense"'),
        change: expect.stringContaining('public_api_key'),
      })
      // Whose origins they would be is not known.
      expect(findings[1]).toMatchObject({ code: 'PAGE_ORIGIN', level: 'warning' })
    },
  )

  test('no key at all asks for one', () => {
    const [first] = openFindings({ key: '', merchant: 'unauthorized' })
    expect([first]).toEqual(only('PUBLIC_KEY', 'warning', /publicKey/))
  })

  test('a Backd that could not be asked leaves it open', () => {
    const [first] = openFindings({ merchant: 'too_many_requests' })
    expect([first]).toEqual(only('PUBLIC_KEY', 'warning', /diagnose again/))
    expect(first?.message).toContain('too_many_requests')
  })
})

describe('PAGE_ORIGIN', () => {
  test.each([{ merchant: 'origin_not_allowed' }, { merchant: 'unreachable', frame: 'ORIGIN_NOT_ALLOWED' }])(
    'an origin that is not registered is named: %o',
    (change) => {
      expect(openFindings(change)).toEqual(
        only(
          'PAGE_ORIGIN',
          'error',
          'Register exactly https://shop.example with Backd; in a sandbox of your own: SANDBOX_ORIGINS=<the others>,https://shop.example',
        ),
      )
    },
  )
})

describe('FRAME', () => {
  test('a frame that stays silent though nothing was seen to block it leads to what is beside the page', () => {
    expect(openFindings({ frame: 'silent' })).toEqual(only('FRAME', 'error', /checkout\/modal in a tab/))
  })

  test('a page in a frame itself is told whose origins have to be registered', () => {
    const page = { ancestors: ['https://portal.example'] }
    expect(openFindings({ frame: 'silent', page })).toEqual(
      only('FRAME', 'error', /https:\/\/portal\.example$/),
    )
  })

  test('a page in a frame of its own origin is not', () => {
    const page = { ancestors: ['https://shop.example'] }
    expect(openFindings({ frame: 'silent', page })).toEqual(only('FRAME', 'error', /in a tab/))
  })

  test('a browser that names no page around it leaves the names open', () => {
    const findings = openFindings({ frame: 'silent', page: { ancestors: [] } })
    expect(findings).toEqual(only('FRAME', 'error', /each page around it/))
    expect(findings[0]?.change).not.toContain('undefined')
  })

  test('a frame that the page’s policy blocked is no second fault', () => {
    const violations = [createViolation('frame-src', "frame-src 'self'")]
    const findings = openFindings({ frame: 'silent', violations })
    expect(findings.map(({ code, level }) => [code, level])).toEqual([
      ['FRAME_SRC', 'error'],
      ['FRAME', 'warning'],
    ])
  })
})

describe('ISOLATION', () => {
  test.each([
    ['a page that is isolated', { page: { isIsolated: true } }],
    ['a page that only embeds', { headers: new Headers({ 'cross-origin-embedder-policy': 'require-corp' }) }],
  ])('%s works here, not in Safari', (_, change) => {
    expect(openFindings(change)).toEqual(only('ISOLATION', 'warning', /redirect/))
  })

  test('in Safari it keeps the modal away', () => {
    const page = { isIsolated: true, isSafari: true }
    expect(openFindings({ page })).toEqual(only('ISOLATION', 'error', /unsafe-none/))
  })

  test('headers that could not be read are said to be so', () => {
    const findings = openFindings({ headers: undefined })
    expect(findings).toEqual(only('ISOLATION', 'warning', /HEAD/))
    expect(findings[0]?.message).toContain('could not be read')
  })
})

describe('PERMISSIONS_POLICY', () => {
  const local = { origin: 'http://localhost:4000', page: { localNetwork: 'denied' as const } }

  test('a public page that may not reach this machine is told where to allow it', () => {
    expect(openFindings(local)).toEqual(only('PERMISSIONS_POLICY', 'error', /site settings/))
  })

  test('a policy of the page’s own that keeps it away is given as it has to be', () => {
    const headers = new Headers({ 'permissions-policy': 'local-network-access=()' })
    expect(openFindings({ ...local, headers })).toEqual(
      only('PERMISSIONS_POLICY', 'error', 'Permissions-Policy: local-network-access=(self)'),
    )
  })

  test('a page on this machine needs no permission', () => {
    const page = { ...local.page, origin: 'http://127.0.0.1:4100' }
    expect(openFindings({ ...local, page })).toEqual([])
  })
})

test('STORAGE: a browser that keeps storage from the page is told of, and nothing is to be changed', () => {
  const findings = judge(createSnapshot({ page: { canStore: false } }))
  expect(findings.find(({ code }) => code === 'STORAGE')).toEqual({
    code: 'STORAGE',
    level: 'ok',
    message: expect.stringMatching(
      /which this browser keeps from the page\. Its frame's were not looked at\.$/,
    ),
  })
})
