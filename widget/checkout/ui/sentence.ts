import { type ComponentChild, createElement } from 'preact'

/** Of the private use area: no sentence of ours has them. */
const FIRST_PLACE = 0xe000

/**
 * A sentence of ours with somebody else's words in it: the merchant's, a plan's or a buyer's name. They keep their own
 * direction, and the sentence around them keeps its own.
 */
export function sentence<Names extends string[]>(
  say: (...names: Names) => string,
  ...names: Names
): ComponentChild[] {
  const places = names.map((_, at) => String.fromCharCode(FIRST_PLACE + at)) as Names
  return say(...places)
    .split(/([\ue000-\ue009])/)
    .map((part, key) => {
      const name = names[part.charCodeAt(0) - FIRST_PLACE]
      return name === undefined ? part : createElement('bdi', { key }, name)
    })
}
