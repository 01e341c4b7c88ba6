import type { Reporter } from '../use-cases/ports/reporter.ts'

/** What the log is told of a fault. Drivers put values into messages, so of their errors only names are taken. */
export interface Fault {
  type: string
  message?: string
  /** SQLSTATE or the system's code. */
  code?: string
  constraint?: string
  table?: string
  column?: string
  stack?: string
  cause?: Fault
}

/** Reports faults to a log. */
export function createReporter(log: { error(fields: object, what: string): void }): Reporter {
  return { report: (error, what) => log.error({ fault: describeFault(error) }, what) }
}

const MAX_DEPTH = 4

/** An error without the values that were being worked on: no personal data, key or token reaches the log by it. */
export function describeFault(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { type: typeof error }
  const named = error as Error & Partial<Record<'code' | 'constraint' | 'table' | 'column', unknown>>
  // Drizzle's message has the query's parameters, the database's may quote a value.
  const isFromDatabase = 'query' in error || 'severity' in error
  return {
    type: error.constructor.name,
    ...(isFromDatabase ? {} : { message: error.message }),
    ...text('code', named.code),
    ...text('constraint', named.constraint),
    ...text('table', named.table),
    ...text('column', named.column),
    ...text('stack', frames(error)),
    ...(error.cause instanceof Error && depth < MAX_DEPTH
      ? { cause: describeFault(error.cause, depth + 1) }
      : {}),
  }
}

function text<Key extends string>(key: Key, value: unknown): { [K in Key]?: string } {
  return typeof value === 'string' ? ({ [key]: value } as { [K in Key]?: string }) : {}
}

/** The stack's frames alone; its head repeats the message. */
function frames(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}
