import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BackdResult } from '../backd-answer.ts'
import { noticePage } from '../pages/notice.ts'
import { readQuery, type Shop, sendPage } from '../shop.ts'
import { doneWords } from './done-words.ts'
import type { Problem } from './order-view.ts'
import { officeOrderPage } from './pages/order.ts'

/** Answers with an order's page as the order is now, with what could not be done, if anything. */
export async function sendOrder(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  backdOrderId: string,
  refused?: { problem: Problem; status: number },
): Promise<FastifyReply> {
  const { backd, book } = shop
  const [found, events, clock] = await Promise.all([
    backd.findOrder(backdOrderId),
    backd.orderEvents(backdOrderId),
    backd.readClock(),
  ])
  if (!found.ok) return sendMissing(shop, request, reply, found)
  const page = officeOrderPage({
    order: found.data,
    events,
    clock: clock.ok ? clock.data : null,
    ours: book.find(found.data.merchant_order_id),
    problem: refused?.problem,
    done: refused ? undefined : doneWords(readQuery(request, 'done')),
  })
  return sendPage(shop, request, reply, page, { status: refused?.status ?? 200 })
}

/** Answers that an order is not there, or cannot be looked up just now, in Backd's own sentence. */
export function sendMissing(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  found: Exclude<BackdResult<never>, { ok: true }>,
): FastifyReply {
  const isRefused = found.kind === 'refused'
  const page = noticePage({
    title: isRefused ? 'There is no such order' : 'The order could not be looked up',
    text: found.message,
    link: isRefused ? { href: '/orders', text: 'See all orders' } : { href: request.url, text: 'Try again' },
  })
  const status = isRefused ? found.status : 503
  return sendPage(shop, request, reply, { ...page, area: 'office' }, { status })
}
