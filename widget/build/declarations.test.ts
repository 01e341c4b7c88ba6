// @vitest-environment node
import { expect, test } from 'vitest'
import { importsOf, publishDeclaration } from './declarations.ts'

test('neighbours are imported by the names that they are published under, peers by theirs', () => {
  const written =
    "import type { Order } from '../sdk/types.ts';\nimport type { z } from 'zod';\nexport type * from './a.ts';\n"
  expect(importsOf(written)).toEqual(['../sdk/types.ts', 'zod', './a.ts'])
  expect(publishDeclaration('x', written)).toBe(
    "import type { Order } from '../sdk/types.js';\nimport type { z } from 'zod';\nexport type * from './a.js';\n",
  )
})

test.each([
  "import type { Order } from '@backd/contract/order.ts';",
  'export declare const plans: import("@backd/contract/plans.ts").Plan[];',
])('what a merchant does not have is not published: %s', (written) => {
  expect(() => publishDeclaration('sdk/index.d.ts', written)).toThrow(/would import @backd\/contract/)
})
