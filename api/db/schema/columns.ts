import { plansSchema } from '@backd/contract/api/plan.ts'
import type { Plan } from '@backd/contract/plans.ts'
import { sql } from 'drizzle-orm'
import { bigint, customType, timestamp } from 'drizzle-orm/pg-core'

/** The kinds of columns. Amounts are integer cents in bigint columns, instants timestamptz to the millisecond. */

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
/** A merchant's plans, judged on their way in and out: a row that was edited by hand offers nothing it should not. */
export const plansColumn = customType<{ data: Plan[]; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (plans) => JSON.stringify(plansSchema.parse(plans)),
  fromDriver: (stored) => plansSchema.parse(stored),
})
export const cents = (name: string) => bigint(name, { mode: 'number' })
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })
export const listOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))
