const adopted = new Set<string>()

/** Adds a part's styles to the document, once. A constructed sheet needs no permission of the content security policy. */
export function adoptStyles(css: string): void {
  if (adopted.has(css)) return
  adopted.add(css)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
}
