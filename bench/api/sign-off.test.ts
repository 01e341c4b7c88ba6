import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { signOffFinds, signOffMeasured } from './sign-off.ts'

test('a measure with a request that failed is not told', () => {
  expect(() => signOffMeasured('create', { failed: 0 })).not.toThrow()
  expect(() => signOffMeasured('create', { failed: 3 })).toThrow('3 requests of "create" failed')
})

test('an answer about another order than was asked for is found out', async () => {
  let isWrong = false
  const server = createServer((request, response) => {
    const id = isWrong ? 'BO-OTHER' : request.url?.split('/').at(-1)
    response.end(JSON.stringify({ data: { backd_order_id: id } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await signOffFinds(origin, ['BO-1', 'BO-2'])
  isWrong = true
  await expect(signOffFinds(origin, ['BO-1', 'BO-2'])).rejects.toThrow()
  server.close()
})
