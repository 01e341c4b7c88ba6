import type { Script } from './pgbench.ts'

/** A statement as the server ran it, and its parameters as texts; null stands for SQL's own. */
export interface Statement {
  sql: string
  parameters: (string | null)[]
}

/** Begins each entry of the log; %a is who asks. */
export const LOG_LINE_PREFIX = '@@%a@@'

/** Reads what one application asked for from PostgreSQL's log (log_statement = all). */
export function readStatementLog(log: string, application: string): Statement[] {
  const statements: Statement[] = []
  for (const [, who, level, text = ''] of log.matchAll(
    /@@(.*?)@@(\w+): {2}([\s\S]*?)(?=\n@@|\n\[|\n?$(?![\s\S]))/g,
  )) {
    if (who !== application) continue
    const sql = /^(?:statement|execute [^:]*): ([\s\S]*)$/.exec(text)?.[1]
    const parameters = /^parameters: ([\s\S]*)$/i.exec(text)?.[1]
    if (level === 'LOG' && sql !== undefined) statements.push({ sql: sql.trim(), parameters: [] })
    const last = statements.at(-1)
    if (level === 'DETAIL' && parameters !== undefined && last) last.parameters = readParameters(parameters)
  }
  return statements
}

function readParameters(text: string): (string | null)[] {
  return [...text.matchAll(/\$\d+ = (?:(NULL)|'((?:[^']|'')*)')/g)].map(([, none, value = '']) =>
    none ? null : value.replaceAll("''", "'"),
  )
}

/**
 * Statements as a pgbench script: the same text and the same parameters, but for those that have to be new each time.
 * @param fresh the recorded values that are drawn anew, by the name of their variable
 */
export function createScript(statements: Statement[], fresh: Record<string, string>): Script {
  const variables: Record<string, string> = {}
  const nameOf = new Map(Object.entries(fresh).map(([name, value]) => [value, name]))
  const lines = statements.map(({ sql, parameters }, index) => {
    const text = sql.replace(/\$(\d+)/g, (_, number) => {
      const value = parameters[Number(number) - 1]
      if (value === undefined) throw new Error(`the log has no value for $${number} of: ${sql}`)
      // A NULL cannot be a variable of pgbench; as a literal it is the same plan.
      if (value === null) return 'null'
      const drawn = nameOf.get(value)
      if (drawn) return `:${drawn}`
      const name = `s${index}_${number}`
      variables[name] = value
      return `:${name}`
    })
    return `${text.replace(/\s*\n\s*/g, ' ').replace(/;$/, '')};`
  })
  const draws = Object.keys(fresh).map((name) => `\\set ${name} random(1, 9000000000000000000)`)
  return { sql: [...draws, ...lines, ''].join('\n'), variables }
}
