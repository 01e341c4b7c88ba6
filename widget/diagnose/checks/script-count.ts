import type { Check } from '../snapshot.ts'

/** Whether the script is on the page once. The first that ran stays, so it depends on the order which one that is. */
export const checkScriptCount: Check = ({ scripts }) => {
  if (scripts.length < 2) return 'The script is not loaded twice.'
  const different = [...new Set(scripts)]
  return [
    'warning',
    different[1]
      ? 'Different scripts of Backd are here; the first stays.'
      : `The script is loaded ${scripts.length} times.`,
    `Keep one: ${different.map((src) => `<script src="${src}">`).join(' or ')}`,
  ]
}
