/** What both elements begin with: on a server there is no such class, and importing them does nothing. */
export const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

/** A shadow root with a style sheet of its own, which no Content-Security-Policy of the page forbids. */
export function openShadow(
  host: HTMLElement,
  styles: string,
  init: Partial<ShadowRootInit> = {},
): ShadowRoot {
  const root = host.attachShadow({ mode: 'open', ...init })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
  return root
}

export const create = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties?: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}
