const TEXT_WIDTH = 120

/** A paragraph of plain text in lines that every mail client shows whole. */
export function wrapped(text: string): string {
  return text.replace(new RegExp(`(?=.{${TEXT_WIDTH},})(.{1,${TEXT_WIDTH}}) `, 'gu'), '$1\n')
}

/** Facts of plain text below each other, their values in one column. */
export function aligned(rows: readonly (readonly [label: string, value: string])[]): string {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2
  return rows.map(([label, value]) => `${`${label}:`.padEnd(width)}${value}`).join('\n')
}

const LEFT_OUT = '[link left out]'

const MAX_LENGTH = 120
const MAX_NAME_LENGTH = 60

/** No line breaks (they would begin a header of their own), no bidi or other invisible characters, not too long. */
export function oneLine(text: string, maxLength = MAX_LENGTH): string {
  const signs = [...tidied(text)]
  return signs.length > maxLength ? `${signs.slice(0, maxLength - 1).join('')}…` : signs.join('')
}

/** What came with an order, such as its id: one line, and no links, since our mail must not carry a stranger's. */
export function callersLine(
  text: string,
  { leftOut = LEFT_OUT, maxLength = MAX_LENGTH }: { leftOut?: string; maxLength?: number } = {},
): string {
  const line = tidied(text)
  return oneLine(isAddress(line) ? line : withoutLinks(line.replace(/\s*@\s*/gu, ' @ '), leftOut), maxLength)
}

/** Whoever asked or answered: a name that somebody typed, or an address, whole. */
export function personsName(text: string, leftOut = LEFT_OUT): string {
  return callersLine(text, { leftOut, ...(isAddress(text) ? {} : { maxLength: MAX_NAME_LENGTH }) })
}

/** What a customer wrote, line by line, in the same way. The checkout shows the words whole. */
export function linesOf(text: string, leftOut = LEFT_OUT): string[] {
  return text.split('\n').map((line) => withoutLinks(tidied(line), leftOut))
}

const tidied = (text: string) => text.replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim()

const isAddress = (text: string) => /^[\w.+-]+@[\w.-]+$/u.test(text)

/**
 * What mail clients make a link of: an address with a scheme or www, one with a path behind its domain, and a domain alone.
 * Those of mailboxes come first, so that they stay; 3.5 and e.g. are no domains.
 */
const LINK =
  /(?<kept>[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?![\w.:/?#-]*[:/?#]))|(?:[a-z][a-z0-9+.-]*:\/\/|(?<![\p{L}\p{N}])www[.。．｡])\S+|(?<domain>(?:[\p{L}\p{N}_-]+[.。．｡])+(?:xn--[\w-]+|\p{L}{2,}|(?<=(?:\d+\.){3})\d+))(?<rest>\.?(?::\d+|[/?#])\S*)?/giu

/** A domain alone is mostly a missing space, or part of an id, so it is only kept from becoming a link. */
function withoutLinks(text: string, leftOut: string): string {
  return text.replace(LINK, (match: string, ...rest: unknown[]) => {
    const found = rest.at(-1) as Record<'kept' | 'domain' | 'rest', string | undefined>
    if (found.kept) return match
    if (!found.domain || found.rest) return leftOut
    return match.replace(/[.。．｡]/gu, '. ')
  })
}
