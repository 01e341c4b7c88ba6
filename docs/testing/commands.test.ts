import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cancelOrderSchema } from '@backd/contract/api/cancel-order.ts'
import {
  askApprovalSchema,
  checkoutOrderSchema,
  declineApprovalSchema,
  frameLinkSchema,
  selectTermsSchema,
  verifyCodeSchema,
} from '@backd/contract/api/checkout.ts'
import { confirmOrderSchema } from '@backd/contract/api/confirm-order.ts'
import { createOrderSchema } from '@backd/contract/api/create-order.ts'
import { orderPlacedSchema } from '@backd/contract/api/order-placed.ts'
import { deleteRefundSchema, refundRequestSchema } from '@backd/contract/api/refund.ts'
import { moveClockSchema } from '@backd/contract/api/sandbox-clock.ts'
import { updateOrderSchema } from '@backd/contract/api/update-order.ts'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { readBlocks } from './blocks.ts'
import { readCall, readCommands } from './commands.ts'
import { root } from './pages.ts'

const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const commands = readBlocks()
  .filter(({ language, mark }) => language === 'sh' && mark?.name !== 'unchecked')
  .flatMap(({ page, line, code }) =>
    readCommands(code).map(({ words }) => ({ at: `${page}:${line}`, words })),
  )

const BASE = '/v1/backd/bnpl/api'
/** What the body of each call is judged by, as the API judges it. */
const bodies: Record<string, z.ZodType> = {
  [`POST ${BASE}/create_order`]: createOrderSchema,
  [`POST ${BASE}/order_placed`]: orderPlacedSchema,
  [`POST ${BASE}/update_order`]: updateOrderSchema,
  [`POST ${BASE}/confirm_order`]: confirmOrderSchema,
  [`POST ${BASE}/cancel_order`]: cancelOrderSchema,
  [`POST ${BASE}/refund`]: refundRequestSchema,
  [`DELETE ${BASE}/refund`]: deleteRefundSchema,
  [`POST ${BASE}/sandbox/clock`]: moveClockSchema,
  'POST /checkout/api/orders': checkoutOrderSchema,
  'POST /checkout/api/session/frame': frameLinkSchema,
  'POST /checkout/api/session/terms': selectTermsSchema,
  'POST /checkout/api/session/verification': verifyCodeSchema,
  'POST /checkout/api/session/approval': askApprovalSchema,
  'POST /checkout/api/session/approval/decline': declineApprovalSchema,
}

test('a block is split as a shell would', () => {
  const block =
    'A=1\nA=1 npm start && npm run build # why\ncurl -d \'{\n "a": "#" }\' \\\n  "http://x/?a=1&b"\n'
  expect(readCommands(block).map(({ words }) => words)).toEqual([
    ['npm', 'start'],
    ['npm', 'run', 'build'],
    ['curl', '-d', '{\n "a": "#" }', 'http://x/?a=1&b'],
  ])
})

test('every command is npm’s or curl’s', () => {
  expect(commands.length).toBeGreaterThan(20)
  const others = commands.filter(({ words: [name = ''] }) => !['npm', 'curl'].includes(name))
  expect(others.map(({ at, words }) => `${at} ${words[0]}`)).toEqual([])
})

test('no command has a comment behind it: zsh, where it is typed in, takes the words for arguments', () => {
  const shell = readBlocks().filter(({ language }) => language === 'sh')
  const commented = shell.filter(({ code }) => /(^|\s)#/m.test(code))
  expect(commented.map(({ page, line }) => `${page}:${line}`)).toEqual([])
})

test('npm scripts that a page names are there', () => {
  const { scripts } = readJson('package.json')
  const named = commands
    .filter(({ words: [name] }) => name === 'npm')
    .map(({ words: [, verb = '', script = ''] }) => (verb === 'run' ? script : verb))
  expect(named).toContain('start')
  expect(named.filter((script) => !(script in scripts))).toEqual([])
})

test('each curl calls a route of the published document, with a body that the API takes', () => {
  const { paths } = readJson('docs/openapi.json') as { paths: Record<string, object> }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      (method) => new RegExp(`^${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    ),
  )
  for (const { at, words } of commands.filter(({ words: [name] }) => name === 'curl')) {
    const { method, path, body } = readCall(words)
    const call = `${method} ${path}`
    expect(
      routes.some((route) => route.test(call)),
      `${at}: ${call}`,
    ).toBe(true)
    if (body === undefined) continue
    const judged = bodies[call]?.safeParse(body)
    expect(judged?.error?.issues ?? (judged ? [] : 'no schema is known here'), `${at}: ${call}`).toEqual([])
  }
})
