import { describe, expect, it } from 'vitest'
import { readBoot, readToken } from './boot.ts'

describe('the document', () => {
  it('carries its boot, whatever the session says', () => {
    const boot = { kind: 'refused', code: 'unauthorized', message: '</script><b>' }
    const document = new DOMParser().parseFromString(
      `<script type="application/json" id="backd-boot">${JSON.stringify(boot).replaceAll('<', '\\u003c')}</script>`,
      'text/html',
    )
    expect(readBoot(document)).toEqual(boot)
  })

  it('without one is the modal', () => {
    expect(readBoot(new DOMParser().parseFromString('', 'text/html'))).toEqual({ kind: 'modal' })
  })

  it.each([
    ['/checkout/abc_DEF-123', 'abc_DEF-123'],
    ['/checkout/518ce188-8295-422c-a4a2-8329ffd40341/abc', 'abc'],
    ['/', ''],
  ])('%s carries the token %s', (pathname, token) => {
    expect(readToken(pathname)).toBe(token)
  })
})
