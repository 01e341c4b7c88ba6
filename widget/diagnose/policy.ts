import type { Violation } from './snapshot.ts'

/** Where a directive that a policy leaves out is looked up before default-src (CSP 3, section 6.8.3). */
const fallbacks: Record<string, string> = { 'frame-src': 'child-src', 'script-src-elem': 'script-src' }

/**
 * The policy that has to stand in place of one that blocked: the same, with the origin allowed. What is said anew keeps what its
 * fallback allowed; a directive for anything but scripts leaves out their keywords, nonces and hashes.
 * @returns undefined where no origin would help: 'strict-dynamic' has browsers ignore them (CSP 3, section 8.2)
 */
export function allowInPolicy(
  { policy, directive }: Pick<Violation, 'policy' | 'directive'>,
  origin: string,
): string | undefined {
  const parts = policy
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
  const deciding = [directive, fallbacks[directive], 'default-src']
    .map((name) => parts.findIndex((part) => nameOf(part) === name))
    .find((at) => at >= 0)
  const old = parts[deciding as number]
  // Only scripts may keep the name they were judged by: script-src is what people write.
  const isOwn = old !== undefined && nameOf(old) !== 'default-src'
  const name = isOwn ? nameOf(old) : directive.replace('-elem', '')
  const isScript = directive.startsWith('script')
  const sources = (old ?? '').split(/\s+/).slice(1)
  if (isScript && /'strict-dynamic'/i.test(`${old}`)) return
  const kept = sources.filter(
    (source) => source !== "'none'" && (isOwn || isScript || /^('self'|[^'])/.test(source)),
  )
  const mended = [name, ...kept, origin].join(' ')
  return (isOwn ? parts.with(deciding as number, mended) : [...parts, mended]).join('; ')
}

const nameOf = (part: string): string => part.split(/\s/, 1)[0]?.toLowerCase() as string
