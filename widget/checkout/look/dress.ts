import { type ColorScheme, type Radius, readAppearance } from '@backd/contract/presentation.ts'
import { createFontList } from './fonts.ts'
import { createPalette, type Palette } from './palette.ts'

const radii: Record<Radius, [panels: string, controls: string]> = {
  none: ['0', '0'],
  small: ['0.25rem', '0.1875rem'],
  medium: ['0.625rem', '0.375rem'],
  large: ['1rem', '0.75rem'],
}

/** The one sheet that holds a merchant's look. */
const sheet = new CSSStyleSheet()
/** The look in place, as JSON; nothing was put on yet: Backd's own. */
let worn = '{}'
/** What the bars around the page have by themselves, in light and in dark. */
let bars: [light: string, dark: string] | undefined

/**
 * Shows the checkout in a merchant's look. Every value is a number or a name that was parsed and is written anew, into
 * custom properties by CSSOM: the content security policy stays as it is, and nothing that came from a page is ever read
 * as CSS. May come again, as a preloaded checkout's does with the click: the look takes the place of the one before it.
 * @param wanted an appearance, from wherever; what can't be used of it counts as not given
 */
export function dress(wanted: unknown, document: Document): void {
  const look = readAppearance(wanted)
  const next = JSON.stringify(look)
  if (next === worn) return
  const { accent, radius, fontFamily, colorScheme } = look
  sheet.replaceSync(':root{}')
  const set = (properties: object) => {
    for (const [name, value] of Object.entries(properties)) {
      ;(sheet.cssRules[0] as CSSStyleRule).style.setProperty(name, value)
    }
  }
  if (accent) set(inBothSchemes(createPalette(accent, 'light'), createPalette(accent, 'dark')))
  if (radius) set({ '--radius': radii[radius][0], '--radius-small': radii[radius][1] })
  if (fontFamily) {
    const own = getComputedStyle(document.documentElement).getPropertyValue('--font')
    set({ '--font': createFontList(fontFamily, own) })
  }
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
  setScheme(colorScheme, document)
  worn = next
}

/** As the tokens have theirs. */
const inBothSchemes = (light: Palette, dark: Palette) =>
  Object.fromEntries(
    Object.entries(light).map(([name, value]) => [
      name,
      `light-dark(${value}, ${dark[name as keyof Palette]})`,
    ]),
  )

/** One scheme, whatever the device says: of our colours, and of what the browser paints itself (scrollbars, the canvas). */
function setScheme(scheme: ColorScheme = 'auto', { documentElement, head }: Document): void {
  documentElement.style.colorScheme = scheme === 'auto' ? '' : scheme
  // The bars around the page.
  const [light, dark] = head.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')
  if (!light || !dark) return
  bars ??= [light.content, dark.content]
  const [inLight, inDark] = bars
  light.content = scheme === 'dark' ? inDark : inLight
  dark.content = scheme === 'light' ? inLight : inDark
}
