/** Families that CSS knows itself: they lose their meaning in quotes. */
const generic = /^(?:(?:ui-)?(?:sans-serif|serif|monospace|rounded)|system-ui|-apple-system)$/i

/**
 * A merchant's fonts as a CSS list in front of another. Each name is written anew, of letters, digits, spaces and hyphens
 * alone, and in quotes: nothing in it can end the value.
 * @param fontFamily "Inter, 'Open Sans', serif"
 */
export function createFontList(fontFamily: string, others: string): string {
  const names = fontFamily
    .split(',')
    .map((name) => name.replace(/[^\p{L}\p{N} -]/gu, '').trim())
    .filter(Boolean)
    .map((name) => (generic.test(name) ? name : `"${name}"`))
  return [...names, others].filter(Boolean).join(', ')
}
