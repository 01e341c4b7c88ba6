import { type ColorScheme, type Radius, readAppearance } from '@backd/contract/presentation.ts'
import { createFontList } from './fonts.ts'
import { createPalette, type Palette } from './palette.ts'

const radii: Record<Radius, [panels: string, controls: string]> = {
  none: ['0', '0'],
  small: ['0.25rem', '0.1875rem'],
  medium: ['0.625rem', '0.375rem'],
  large: ['1rem', '0.75rem'],
}

/**
 * Shows the checkout in a merchant's look. Every value is a number or a name that was parsed and is written anew, into
 * custom properties by CSSOM: the content security policy stays as it is, and nothing that came from a page is ever read
 * as CSS. For once a document, before its first screen is seen.
 * @param wanted an appearance, from wherever; what can't be used of it counts as not given
 */
export function dress(wanted: unknown, document: Document): void {
  const { accent, radius, fontFamily, colorScheme } = readAppearance(wanted)
  const sheet = new CSSStyleSheet()
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
  document.adoptedStyleSheets.push(sheet)
  if (colorScheme && colorScheme !== 'auto') fixScheme(colorScheme, document)
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
function fixScheme(scheme: Exclude<ColorScheme, 'auto'>, { documentElement, head }: Document): void {
  documentElement.style.colorScheme = scheme
  // The bars around the page.
  const [light, dark] = head.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')
  if (light && dark) light.content = dark.content = scheme === 'dark' ? dark.content : light.content
}
