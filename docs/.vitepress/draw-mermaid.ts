import { renderMermaidSVG } from 'beautiful-mermaid'
import type { MarkdownRenderer } from 'vitepress'

/**
 * Draws ```mermaid blocks while the site is built, as SVG in the page's own colours: no script for the reader, no browser
 * for the build (docs/adr/0030). The drawing's own style sheet is left out, since it would load a font from elsewhere;
 * what it sets is in theme/diagram.css.
 */
export function drawMermaid(markdown: MarkdownRenderer): void {
  const { fence } = markdown.renderer.rules
  markdown.renderer.rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index]
    if (token?.info.trim() !== 'mermaid') return fence?.(tokens, index, options, env, self) ?? ''
    const svg = renderMermaidSVG(token.content, { padding: 8, layerSpacing: 28 })
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(/ style="[^"]*"/, ' role="img" aria-label="Diagram; the table says the same in words"')
    return `<div class="diagram" v-pre tabindex="0" role="region" aria-label="Diagram">${svg}</div>`
  }
}
