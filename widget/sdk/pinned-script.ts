import { findScriptTags } from './script-element.ts'

/**
 * Why the page's script is not, or may turn out not to be, the one that was asked for. The first script to run stays, in
 * whatever order the tags stand, so every one of them has to be right.
 * @param integrity left out, any bytes of that address will do
 * @param ours tags that may have left the page, and still be what it runs
 */
export function findPinFault(
  src: string,
  integrity: string | undefined,
  ours: Iterable<HTMLScriptElement>,
): string | undefined {
  const tags = [...findScriptTags(), ...ours]
  const other = tags.find((tag) => tag.src !== src)
  if (other) {
    return `${src} can't be had beside ${other.src}, which the page loads: a page has one Backd. Take that tag out, or the version out of loadWidget`
  }
  if (integrity && tags.some((tag) => tag.integrity !== integrity)) {
    return `${src} is in the page without the integrity that was asked for: give its tag integrity="${integrity}" and crossorigin="anonymous", or take it out`
  }
  if (tags.length === 0 && window.widgetBackd) {
    return `${src} can't be had: the page has a widgetBackd already, and no tag says which version it is`
  }
  return undefined
}
