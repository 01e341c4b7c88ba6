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
 * Statements as a pgbench script: the same text and the same parameters, but for what has to be new each time.
 * @param fresh the recorded texts that are drawn anew, by the name of their variable; without quotes or backslashes
 */
export function createScript(statements: Statement[], fresh: Record<string, string>): Script {
  const variables: Record<string, string> = {}
  const lines = statements.map(({ sql, parameters }, index) => {
    const text = sql.replace(/\$(\d+)/g, (_, number) => {
      const value = parameters[Number(number) - 1]
      if (value === undefined) throw new Error(`the log has no value for $${number} of: ${sql}`)
      // A NULL cannot be a variable of pgbench; as a literal it is the same plan.
      if (value === null) return 'null'
      const drawn = Object.entries(fresh).filter(([, text]) => value.includes(text))
      const whole = drawn.find(([, text]) => text === value)
      if (whole) return `:${whole[0]}`
      const name = `s${index}_${number}`
      variables[name] = value
      // Within a larger value, like a row as JSON, the database itself puts the new one in.
      return drawn.reduce((text, [of, old]) => `replace(${text}, '${old}', :${of}::text)`, `:${name}`)
    })
    return `${text.replace(/\s*\n\s*/g, ' ').replace(/;$/, '')};`
  })
  // Eighteen digits: as hexadecimal, too, they are whole bytes.
  const draws = Object.keys(fresh).map(
    (name) => `\\set ${name} random(100000000000000000, 999999999999999999)`,
  )
  return { sql: [...draws, ...lines, ''].join('\n'), variables }
}
