import type { z } from 'zod'
import type { FieldError } from './api/envelope.ts'
import { quoteKey, shortenKey } from './key-text.ts'
import { knownKeysAt, unknownKeyMessage } from './known-keys.ts'

/** More faults than this help nobody, and a list of a thousand bad items would be a megabyte of answer. */
export const MAX_FIELD_ERRORS = 50

type Issue = z.core.$ZodIssue

/** The faults that an answer lists, and how many more there are. */
export interface FieldErrors {
  fields: FieldError[]
  hidden: number
}

/**
 * Zod's issues as fields of the envelope: a path into the body and a sentence that says what to change. Only those that
 * are listed are written, for a hostile body has as many as it likes.
 * @param root what the value as a whole is called
 */
export function createFieldErrors(schema: z.ZodType, issues: readonly Issue[], root = 'body'): FieldErrors {
  const fields: FieldError[] = []
  for (const issue of issues) {
    const room = MAX_FIELD_ERRORS - fields.length
    if (room === 0) break
    fields.push(...toFields(schema, issue, room, root))
  }
  return { fields, hidden: countFaults(issues) - fields.length }
}

function countFaults(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)
}

function toFields(schema: z.ZodType, issue: Issue, room: number, root: string): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeysAt(schema, issue.path)
    return issue.keys.slice(0, room).map((key) => ({
      path: formatPath([...issue.path, key]),
      message: unknownKeyMessage(key, known),
    }))
  }
  return [{ path: formatPath(issue.path, root), message: isMissing(issue) ? 'is required' : issue.message }]
}

/** Absent, whatever the schema's own sentence for a wrong value is. */
function isMissing(issue: Issue): boolean {
  const judgesPresence = ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code)
  return judgesPresence && 'input' in issue && issue.input === undefined
}

/** ["items", 0, "qty"] → items[0].qty; the body itself is `root`. */
export function formatPath(path: readonly PropertyKey[], root = 'body'): string {
  if (path.length === 0) return root
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      const name = String(step)
      if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `[${quoteKey(name)}]`
      return index === 0 ? shortenKey(name) : `.${shortenKey(name)}`
    })
    .join('')
}

const typeNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/** Sentences for what the schemas themselves say nothing about. */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeNames[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must be at least ${issue.minimum}`
    case 'invalid_format':
      return issue.format === 'date' ? 'must be a date like 2026-04-16' : undefined
    case 'unrecognized_keys':
      // The keys are told one by one; Zod's own sentence would repeat them all.
      return 'has fields that are not known here'
    default:
      return undefined
  }
}
