import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { isDatabaseGone } from './errors.ts'
import type { Handle } from './handle.ts'

/** Runs work in a transaction: all of it or, when it throws, nothing. Rejects with what it threw. */
export type RunTransaction = <Result>(work: (tx: Handle) => Promise<Result>) => Promise<Result>

/**
 * Transactions on the connections of a pool. Drizzle's own never give a connection back whose `begin` fails; this one
 * gives each back, once, and closes one whose state nobody knows.
 */
export function transactionsOf(pool: pg.Pool): RunTransaction {
  return async (work) => {
    const client = await pool.connect()
    let isBroken = false
    const order = async (statement: 'begin' | 'commit' | 'rollback') => {
      try {
        await client.query(statement)
      } catch (error) {
        isBroken = true
        throw error
      }
    }
    try {
      await order('begin')
      const result = await work(drizzle(client))
      await order('commit')
      return result
    } catch (error) {
      isBroken ||= isDatabaseGone(error)
      // Whatever a rollback says, why there was one is what the caller has to know.
      if (!isBroken) await order('rollback').catch(() => undefined)
      throw error
    } finally {
      client.release(isBroken)
    }
  }
}
