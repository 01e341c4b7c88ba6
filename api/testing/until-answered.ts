import { isRefusal } from './bodies.ts'
import type { Reply } from './callers.ts'
import { pause } from './service-process.ts'

/** Asks again while another call with the key holds it, as that answer says: what was cut off may still be under way. */
export async function untilAnswered(send: () => Promise<Reply>): Promise<Reply> {
  const reply = await send()
  if (!isRefusal(reply, 409, 'request_in_progress')) return reply
  await pause(100)
  return await untilAnswered(send)
}
