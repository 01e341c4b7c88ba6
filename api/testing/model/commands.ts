import fc from 'fast-check'
import type { Agreement } from './agreement.ts'
import { findActive, type ModelOrder, type Request, remaining } from './model-order.ts'
import type { Model } from './reference.ts'

/**
 * What may happen, at random. A command names its order by number and its amounts by what they are to the order ("one cent
 * more than is left"), so that it still means something when fast-check takes the commands before it away.
 */

type Command = fc.AsyncCommand<Model, Agreement>
/** A command that can be read: its name and what was drawn for it. */
function command(name: string, choice: object, run: (agreement: Agreement) => Promise<void>): Command {
  return {
    check: () => true,
    run: (_model, agreement) => run(agreement),
    toString: () => `${name}(${JSON.stringify(choice).slice(1, -1).replaceAll('"', '')})`,
  }
}

const NOBODYS_ID = 'BO-20260416-00000000'
const nth = fc.nat({ max: 5 })
const isRare = fc.integer({ min: 0, max: 11 }).map((n) => n === 0)
const merchantOrderId = fc.constantFrom('M-1', 'M-2', 'M-3')
const keys = { key: fc.option(fc.constantFrom('k1', 'k2', 'k3'), { freq: 2, nil: undefined }) }
/** Which order, and who calls: seldom for an order that is not there, seldom by the other merchant. */
const naming = { order: nth, isUnknown: isRare, isStranger: isRare, ...keys }
const aboutId = fc.constantFrom('own', 'own', 'own', 'none', 'M-1')

interface Naming {
  order: number
  isUnknown?: boolean
  isStranger?: boolean
  key?: string | undefined
  about?: string
}

/** The parts of a request that say which order is meant, and by whom. */
function target({ model }: Agreement, naming: Naming) {
  const { order: index, isUnknown, isStranger, key, about } = naming
  const order = model.orders[index % Math.max(model.orders.length, 1)]
  const owner = order?.owner ?? 0
  const merchantOrderId = about === 'own' ? (order?.merchantOrderId ?? 'M-1') : about
  return {
    order,
    named: {
      by: isStranger ? 1 - owner : owner,
      id: isUnknown || !order ? NOBODYS_ID : order.id,
      ...(about !== undefined && about !== 'none' && merchantOrderId !== undefined
        ? { merchantOrderId }
        : {}),
      ...(key === undefined ? {} : { key }),
    },
  }
}

/** A command that makes a call for an order. */
const calls = <Drawn extends Naming>(
  call: string,
  arbitraries: { [Key in keyof Drawn]: fc.Arbitrary<Drawn[Key]> },
  rest: (drawn: Drawn, order: ModelOrder | undefined, model: Model) => Partial<Request> = () => ({}),
) =>
  fc.record(arbitraries).map((value) => {
    const drawn = value as Drawn
    return command(call, drawn, async (agreement) => {
      const { order, named } = target(agreement, drawn)
      await agreement.put({ call, ...named, ...rest(drawn, order, agreement.model) })
    })
  })

const newOrder = (call: string, keyed: object) =>
  fc
    .record({
      by: fc.constantFrom(0, 0, 1),
      merchantOrderId,
      total: fc.constantFrom(1, 3333, 10_000, 99_999, 100_000, 100_001),
      note: fc.constantFrom('new', 'again'),
      isOff: isRare,
      ...keyed,
    })
    .map((drawn) => command(call, drawn, (agreement) => agreement.put({ call, ...clean(drawn) })))

const clean = <Drawn extends object>(drawn: Drawn): Drawn =>
  Object.fromEntries(
    Object.entries(drawn).filter(([, value]) => value !== undefined && value !== false),
  ) as Drawn

/** Totals by what they are to the order. */
const totals: Record<string, (order: ModelOrder, model: Model) => number> = {
  'as it is': ({ total }) => total,
  'one cent more': ({ total }) => total + 1,
  half: ({ total }) => Math.ceil(total / 2),
  'the most': (order, model) => model.maxTotal(order),
  'a cent over the most': (order, model) => model.maxTotal(order) + 1,
}
const amounts: Record<string, (order: ModelOrder) => number> = {
  'all that is left': remaining,
  'a cent over what is left': (order) => remaining(order) + 1,
  'a third': ({ total }) => Math.ceil(total / 3),
  'a cent': () => 1,
  'the same': (order) => findActive(order)?.amount ?? 2,
  nothing: () => 0,
}

/** The call that takes an order a step further, so that whole lives are seen and not beginnings alone. */
const onwards: Record<string, (order: ModelOrder) => Partial<Request>> = {
  order_created: () => ({ call: 'select_terms', plan: 'monthly-3' }),
  terms_selected: ({ merchantOrderId }) => ({ call: 'order_placed', merchantOrderId }),
  order_placed: () => ({ call: 'confirm_order' }),
  order_confirmed: (order) => ({
    call: 'refund',
    merchantOrderId: order.merchantOrderId,
    amount: Math.ceil(order.total / 3),
  }),
}
async function goOn(agreement: Agreement, index: number): Promise<void> {
  const { order, named } = target(agreement, { order: index })
  const step = order && onwards[order.status]?.(order)
  await agreement.put({ call: 'find_order', ...named, ...step })
}
const onward = fc
  .record({ order: nth })
  .map((drawn) => command('go_on', drawn, (agreement) => goOn(agreement, drawn.order)))

/** A request that was sent before, exactly or without its key. */
const again = fc.record({ back: nth, isWithoutKey: fc.boolean() }).map((drawn) =>
  command('again', drawn, async (agreement) => {
    const earlier = agreement.sent.at(-1 - drawn.back)
    if (!earlier) return
    const { key, ...rest } = earlier
    await agreement.put(drawn.isWithoutKey || key === undefined ? rest : { ...rest, key })
  }),
)

const HOUR = 3_600_000
/** Instants by what they are to a merchant's orders. */
const instants: Record<string, (now: number, orders: ModelOrder[]) => number> = {
  'a minute later': (now) => now + 60_000,
  'an hour later': (now) => now + HOUR,
  'a day later': (now) => now + 24 * HOUR,
  'eight days later': (now) => now + 8 * 24 * HOUR,
  'just before a lock': (now, orders) => nextLock(now, orders) - 1,
  'at a lock': nextLock,
  'when a checkout runs out': (now, orders) =>
    next(
      now,
      orders.map(({ expiresAt }) => expiresAt),
    ),
}
const next = (now: number, instants: number[]) =>
  Math.min(...instants.filter((at) => at > now), now + 8 * 24 * HOUR)
function nextLock(now: number, orders: ModelOrder[]): number {
  return next(
    now,
    orders.flatMap((order) => findActive(order)?.lockedAt ?? []),
  )
}
const travel = fc
  .record({ by: fc.constantFrom(0, 0, 1), when: fc.constantFrom(...Object.keys(instants)) })
  .map((drawn) =>
    command('travel', drawn, async (agreement) => {
      const { model } = agreement
      const { by, when } = drawn
      const orders = model.orders.filter(({ owner }) => owner === by)
      await agreement.travelTo(by, instants[when]?.(model.timeOf(by), orders) ?? 0)
    }),
  )
const comeBack = fc
  .record({ by: fc.constantFrom(0, 1) })
  .map((drawn) =>
    command('back_to_real_time', drawn, (agreement) => agreement.travelTo(drawn.by, agreement.start)),
  )

const plan = fc.constantFrom('net-30', 'net-60', 'monthly-3', 'no-such-plan')
const twice = <Value>(value: Value): Value[] => [value, value]

/** All of them; what leads on comes more often. */
export const anyCommands: fc.Arbitrary<Command>[] = [
  newOrder('create_order', keys),
  newOrder('open_checkout', {}),
  onward,
  onward,
  onward,
  onward,
  calls('select_terms', { order: nth, plan, isOff: isRare }, ({ plan, isOff }) => clean({ plan, isOff })),
  calls(
    'order_placed',
    {
      ...naming,
      about: fc.constantFrom('own', 'own', 'M-2'),
      total: fc.constantFrom('none', 'own', 'other'),
    },
    ({ total }, order) =>
      total === 'none' ? {} : { total: (order?.total ?? 0) + (total === 'own' ? 0 : 1) },
  ),
  ...twice(
    calls(
      'update_order',
      {
        ...naming,
        about: fc.constantFrom('own', 'own', 'own', 'own', 'M-1'),
        to: fc.constantFrom(...Object.keys(totals)),
        note: fc.constantFrom('new', 'packed'),
        isOff: isRare,
      },
      ({ to, note, isOff }, order, model) => ({
        total: (order && totals[to]?.(order, model)) ?? 100,
        ...clean({ note, isOff }),
      }),
    ),
  ),
  calls('confirm_order', { ...naming, about: aboutId }),
  calls('cancel_order', { ...naming, about: aboutId }),
  ...twice(
    calls(
      'refund',
      {
        ...naming,
        about: fc.constantFrom('own', 'own', 'own', 'own', 'M-1'),
        amount: fc.constantFrom(...Object.keys(amounts)),
      },
      ({ amount }, order) => ({ amount: (order && amounts[amount]?.(order)) ?? 100 }),
    ),
  ),
  calls('delete_refund', { ...naming, about: aboutId }),
  calls('find_order', { order: nth, isUnknown: isRare, isStranger: isRare }),
  ...twice(again),
  ...twice(travel),
  ...twice(travel),
  comeBack,
  fc.constant(command('settle', {}, (agreement) => agreement.settle())),
]

/** Where each life begins: with an order of each merchant under way. */
export async function prepare(agreement: Agreement): Promise<void> {
  for (const [by, merchantOrderId, total, steps] of [
    [0, 'M-1', 99_000, 3],
    [0, 'M-2', 10_000, 2],
    [1, 'M-1', 3333, 3],
  ] as const) {
    await agreement.put({ call: 'create_order', by, merchantOrderId, total, note: 'new' })
    for (let step = 0; step < steps; step++) await goOn(agreement, agreement.model.orders.length - 1)
  }
}
