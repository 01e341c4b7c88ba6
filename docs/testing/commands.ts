/** A command of a `sh` block: the variables set before it, and its words without their quotes. */
export interface Command {
  words: string[]
}

/**
 * Splits a block into commands as a shell would, as far as documentation needs it: quotes, comments, line ends escaped with a
 * backslash, and `&&`. Assignments alone are no commands.
 */
export function readCommands(block: string): Command[] {
  const token = /\\\n|(#[^\n]*)|(\n|&&)|[^\S\n]+|((?:'[^']*'|"[^"]*"|\\.|[^\s'"\\#&])+)/g
  const commands: Command[] = [{ words: [] }]
  for (const [, , end, word] of block.matchAll(token)) {
    if (end) commands.push({ words: [] })
    else if (word) commands.at(-1)?.words.push(word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'))
  }
  return commands
    .map(({ words }) => ({ words: words.slice(words.findIndex((word) => !/^\w+=/.test(word))) }))
    .filter(({ words }) => words.length > 0 && !words.every((word) => /^\w+=/.test(word)))
}

/** A curl of Backd's API. */
export interface Call {
  method: string
  /** Without the origin and the query: "/v1/backd/bnpl/api/create_order". */
  path: string
  body: unknown
}

const BASE = '/v1/backd/bnpl/api'

/** @param words of a command that begins with curl */
export function readCall(words: string[]): Call {
  const after = (flag: string) => words[words.indexOf(flag) + 1]
  const url = words.find((word) => /^(\$API|http:\/\/localhost:4000)/.test(word)) ?? ''
  const [path = ''] = url.replace('$API', BASE).replace('http://localhost:4000', '').split('?')
  const data = words.includes('-d') ? after('-d') : undefined
  const method = words.includes('-X') ? (after('-X') ?? '') : data === undefined ? 'GET' : 'POST'
  return { method, path, body: data === undefined ? undefined : JSON.parse(data) }
}
