import { type ColorScheme, type Radius, readAppearance } from '@backd/contract/presentation.ts'
import { createFontList } from './fonts.ts'
import { createPalette } from './palette.ts'

const radii: Record<Radius, [panels: string, controls: string]> = {
  none: ['0', '0'],
  small: ['0.25rem', '0.1875rem'],
  medium: ['0.625rem', '0.375rem'],
  large: ['1rem', '0.75rem'],
}

const DARK = '(prefers-color-scheme: dark)'

/**
 * Shows the checkout in a merchant's look. Every value is a number or a name that was parsed and is written anew, into
 * custom properties by CSSOM: the content security policy stays as it is, and nothing that came from a page is ever read
 * as CSS. For once a document, before its first screen is seen.
 * @param wanted an appearance, from wherever; what can't be used of it counts as not given
 */
export function dress(wanted: unknown, document: Document): void {
  const { accent, radius, fontFamily, colorScheme } = readAppearance(wanted)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`:root{}@media ${DARK}{:root{}}`)
  const [light, media] = sheet.cssRules as unknown as [CSSStyleRule, CSSMediaRule]
  const dark = media.cssRules[0] as CSSStyleRule
  if (accent) {
    setAll(light, createPalette(accent, 'light'))
    setAll(dark, createPalette(accent, 'dark'))
  }
  if (radius) setAll(light, { '--radius': radii[radius][0], '--radius-small': radii[radius][1] })
  if (fontFamily) {
    const own = getComputedStyle(document.documentElement).getPropertyValue('--font')
    setAll(light, { '--font': createFontList(fontFamily, own) })
  }
  document.adoptedStyleSheets.push(sheet)
  if (colorScheme && colorScheme !== 'auto') fixScheme(colorScheme, document)
}

function setAll(rule: CSSStyleRule, properties: object): void {
  for (const [name, value] of Object.entries(properties)) rule.style.setProperty(name, value)
}

/** The rules of the dark scheme hold always or never, whatever the device says. */
function fixScheme(scheme: Exclude<ColorScheme, 'auto'>, document: Document): void {
  for (const { cssRules } of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    for (const rule of cssRules) {
      const media = (rule as CSSMediaRule).media
      if (media?.mediaText === DARK) media.mediaText = scheme === 'dark' ? 'all' : 'not all'
    }
  }
  // What the browser paints itself: scrollbars, the canvas, the bars around the page.
  document.documentElement.style.colorScheme = scheme
  const [light, dark] = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')
  if (light && dark) light.content = dark.content = scheme === 'dark' ? dark.content : light.content
}
