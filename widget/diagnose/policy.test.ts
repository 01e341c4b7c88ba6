import { expect, test } from 'vitest'
import { allowInPolicy } from './policy.ts'

const origin = 'https://checkout.example'

test.each([
  ['frame-src', "frame-src 'self'; img-src *", `frame-src 'self' ${origin}; img-src *`],
  ['frame-src', "img-src *; frame-src 'none'", `img-src *; frame-src ${origin}`],
  [
    'frame-src',
    "default-src 'self'; child-src https://a.example",
    `default-src 'self'; child-src https://a.example ${origin}`,
  ],
  [
    'frame-src',
    "default-src 'self' 'unsafe-inline' 'nonce-abc' https://cdn.example",
    `default-src 'self' 'unsafe-inline' 'nonce-abc' https://cdn.example; frame-src 'self' https://cdn.example ${origin}`,
  ],
  [
    'connect-src',
    "default-src 'none'; script-src 'self'",
    `default-src 'none'; script-src 'self'; connect-src ${origin}`,
  ],
  ['script-src-elem', "script-src 'nonce-abc' 'self'", `script-src 'nonce-abc' 'self' ${origin}`],
  [
    'script-src-elem',
    "script-src-elem 'self'; script-src 'none'",
    `script-src-elem 'self' ${origin}; script-src 'none'`,
  ],
  ['script-src-elem', "default-src 'self'", `default-src 'self'; script-src 'self' ${origin}`],
  [
    'script-src-elem',
    "default-src 'self' 'nonce-abc' 'unsafe-eval' https://cdn.example",
    `default-src 'self' 'nonce-abc' 'unsafe-eval' https://cdn.example; script-src 'self' 'nonce-abc' 'unsafe-eval' https://cdn.example ${origin}`,
  ],
  [
    'frame-src',
    "default-src 'self' 'nonce-abc' 'strict-dynamic'",
    `default-src 'self' 'nonce-abc' 'strict-dynamic'; frame-src 'self' ${origin}`,
  ],
  ['frame-src', " ; FRAME-SRC  'self' ;; ", `frame-src 'self' ${origin}`],
])('a policy that %s of "%s" makes becomes "%s"', (directive, policy, mended) => {
  expect(allowInPolicy({ policy, directive }, origin)).toBe(mended)
})

test.each(["script-src 'nonce-abc' 'strict-dynamic'", "default-src 'self' 'nonce-abc' 'Strict-Dynamic'"])(
  'no origin helps a script under "%s"',
  (policy) => {
    expect(allowInPolicy({ policy, directive: 'script-src-elem' }, origin)).toBeUndefined()
  },
)
